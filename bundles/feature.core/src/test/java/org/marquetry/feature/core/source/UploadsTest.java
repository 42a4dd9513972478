package org.marquetry.feature.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;

class UploadsTest {
  private static final int MOST = 1_000;

  @TempDir Path home;
  private Uploads uploads;

  @BeforeEach
  void make() {
    uploads = new Uploads(home.resolve("uploads"), MOST);
  }

  @Test
  void aFileIsKeptUnderTheNameOfItsContent() throws IOException {
    byte[] zip = zip("../../outside", 1);
    Path first = uploads.take(new ByteArrayInputStream(zip));
    assertEquals(first, uploads.take(new ByteArrayInputStream(zip)));
    assertTrue(first.getFileName().toString().matches("[0-9a-f]{64}\\.zip"), first.toString());
    assertEquals(List.of(first), kept());
    assertEquals(-1, Files.mismatch(first, Files.write(home.resolve("sent"), zip)));
  }

  @Test
  void whatIsTooLargeOrNoArchiveOrBreaksOffLeavesNothing() {
    assertEquals(Reason.INVALID, refused(new ByteArrayInputStream(new byte[MOST + 1])));
    assertEquals(
        Reason.INVALID,
        refused(
            new ByteArrayInputStream("no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    InputStream torn =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the browser went away");
          }

          @Override
          public int read(byte[] into, int at, int most) throws IOException {
            return read();
          }
        };
    assertEquals(
        Reason.FAILED,
        refused(new SequenceInputStream(new ByteArrayInputStream(new byte[10]), torn)));
  }

  private Reason refused(InputStream content) {
    Reason reason = assertThrows(FeatureException.class, () -> uploads.take(content)).reason();
    assertEquals(List.of(), kept());
    return reason;
  }

  @Test
  void onlyTheLastOnesAreKept() throws IOException {
    for (int i = 0; i < 8; i++) {
      uploads.take(new ByteArrayInputStream(zip("entry", i)));
    }
    assertEquals(5, kept().size());
  }

  @Test
  void whatComesInPartsIsTakenAsOne() throws IOException {
    UploadParts parts = new UploadParts(home.resolve("uploads/parts"), MOST);
    byte[] zip = zip("entry", 1);
    byte[] first = Arrays.copyOf(zip, 50);
    String id = parts.begin();
    assertEquals(50, parts.add(id, 0, first));
    assertEquals(50, parts.add(id, 0, first), "sent twice, as its answer was lost");
    assertEquals(zip.length, parts.add(id, 50, Arrays.copyOfRange(zip, 50, zip.length)));
    String file = parts.end(id, in -> uploads.take(in).toString());
    assertEquals(uploads.take(new ByteArrayInputStream(zip)).toString(), file);
    assertEquals(
        Reason.NOT_FOUND,
        assertThrows(FeatureException.class, () -> parts.add(id, 0, zip)).reason());
  }

  @Test
  void aPartThatDoesNotFitIsRefused() {
    UploadParts parts = new UploadParts(home.resolve("uploads/parts"), MOST);
    for (String foreign : List.of("../../outside", "", ".", "0".repeat(32))) {
      assertEquals(Reason.NOT_FOUND, refused(parts, foreign, 0, 1), foreign);
    }
    String id = parts.begin();
    assertEquals(Reason.INVALID, refused(parts, id, 1, 1));
    assertEquals(Reason.INVALID, refused(parts, id, -1, 1));
    assertEquals(MOST, parts.add(id, 0, new byte[MOST]));
    assertEquals(Reason.INVALID, refused(parts, id, MOST, 1));
    assertEquals(Reason.NOT_FOUND, refused(parts, id, 0, 1), "what is too large is gone");
    String noZip = parts.begin();
    parts.add(noZip, 0, new byte[10]);
    var refused =
        assertThrows(
            FeatureException.class, () -> parts.end(noZip, in -> uploads.take(in).toString()));
    assertEquals(Reason.INVALID, refused.reason());
    List<String> ids = IntStream.range(0, 6).mapToObj(_ -> parts.begin()).toList();
    long there = ids.stream().filter(i -> Files.exists(home.resolve("uploads/parts/" + i))).count();
    assertEquals(5, there);
  }

  private static Reason refused(UploadParts parts, String id, long offset, int bytes) {
    return assertThrows(FeatureException.class, () -> parts.add(id, offset, new byte[bytes]))
        .reason();
  }

  private List<Path> kept() {
    try (Stream<Path> all = Files.list(home.resolve("uploads"))) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] zip(String entry, int content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
