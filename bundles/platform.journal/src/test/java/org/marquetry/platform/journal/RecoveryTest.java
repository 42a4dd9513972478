package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.journal.JournalCorruptException;
import org.marquetry.platform.api.journal.JournalException;
import org.marquetry.shop.api.Event;

class RecoveryTest {
  private static final List<String> FIRST = List.of("a", "b", "c");

  @TempDir Path folder;
  private Path file;
  private byte[] whole;
  private int lastFrame; // where it begins

  @BeforeEach
  void threeFramesAndALast() throws IOException {
    file = Segment.file(folder, 1);
    try (FileJournal journal = open()) {
      for (String id : FIRST) {
        journal.append(TestEvents.of(id, id));
      }
    }
    lastFrame = (int) Files.size(file);
    try (FileJournal journal = open()) {
      journal.append(TestEvents.of("d", "d"));
    }
    whole = Files.readAllBytes(file);
  }

  private FileJournal open() throws IOException {
    return FileJournal.open(folder, InstantSource.system());
  }

  @Test
  void aCutAtEveryByteOfTheLastFrameLosesThatFrameOnly() throws IOException {
    for (int cut = lastFrame; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      checkFirstThreeAndGoOn("cut at " + cut);
    }
  }

  @Test
  void aChangedByteAnywhereInTheLastFrameLosesThatFrameOnly() throws IOException {
    for (int at = lastFrame; at < whole.length; at++) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x55;
      Files.write(file, bytes);
      checkFirstThreeAndGoOn("changed at " + at);
    }
  }

  @Test
  void zerosAndRubbishBehindTheEndAreDropped() throws IOException {
    for (int extra : new int[] {1, 19, 20, 21, 5_000, 2_000_000}) {
      byte[] bytes = Arrays.copyOf(whole, whole.length + extra);
      Files.write(file, bytes);
      checkAllFour(extra + " zeros");
      new Random(extra).nextBytes(bytes);
      System.arraycopy(whole, 0, bytes, 0, whole.length);
      Files.write(file, bytes);
      checkAllFour(extra + " random bytes");
    }
  }

  /// A copy of the file taken while the journal is open is what a kill leaves.
  @Test
  void zerosAheadOfTheLastFrameAreACleanEndAndAreCutOff() throws IOException {
    Path killed = folder.resolve("killed");
    Files.createDirectories(killed);
    Path copy = Segment.file(killed, 1);
    try (FileJournal journal = open()) {
      assertTrue(journal.append(TestEvents.of("e", "e")).isNew());
      Files.copy(file, copy);
      assertEquals(List.of("a", "b", "c", "d", "e"), TestEvents.ids(journal));
    }
    assertEquals(4 << 20, Files.size(copy), "the space ahead");
    byte[] closed = Files.readAllBytes(file);
    assertTrue(closed.length < whole.length + 200, "got " + closed.length);
    assertEquals(0, dropped(killed));
    assertArrayEquals(closed, Files.readAllBytes(copy));
  }

  @Test
  void aTornLastFrameInSpaceThatWasThereLosesThatFrameOnly() throws IOException {
    int space = whole.length + 3_000_000;
    for (int at = lastFrame; at < whole.length; at += 7) {
      byte[] head = Arrays.copyOf(Arrays.copyOf(whole, at + 1), space); // the rest did not come
      head[at] = 0x55;
      Files.write(file, head);
      assertEquals(at + 1 - lastFrame, dropped(folder));
      Files.write(file, head);
      checkFirstThreeAndGoOn("only up to " + at);
      byte[] rest = Arrays.copyOf(whole, space); // the beginning did not come
      Arrays.fill(rest, lastFrame, at, (byte) 0);
      rest[at] ^= 0x55;
      Files.write(file, rest);
      checkFirstThreeAndGoOn("only from " + at);
    }
  }

  @Test
  void damageBeforeAWholeFrameIsFoundInSpaceThatWasThereToo() throws IOException {
    byte[] bytes = Arrays.copyOf(whole, whole.length + 3_000_000);
    Arrays.fill(bytes, (int) headerSize(), lastFrame, (byte) 0);
    Files.write(file, bytes);
    assertThrows(JournalCorruptException.class, this::open);
    assertEquals(bytes.length, Files.size(file), "a damaged file must stay as it is");
  }

  @Test
  void aSealedFileEndsWithItsLastFrame() throws IOException {
    JournalOptions small = new JournalOptions(1, 4096, 7);
    Path other = folder.resolve("other");
    try (FileJournal journal = FileJournal.open(other, InstantSource.system(), small, Disk.REAL)) {
      for (int i = 0; i < 300; i++) {
        journal.append(TestEvents.of("e" + i, "c" + i));
      }
      Segment sealed = Segment.open(Segment.file(other, 2));
      long size = Files.size(sealed.file());
      long[] end = {0};
      sealed.scan(
          sealed.header().size(),
          size,
          (position, number, body) -> {
            end[0] = position + Frame.HEADER + body.remaining();
            return true;
          });
      assertEquals(size, end[0]);
    }
  }

  @Test
  void aChangedByteBeforeAWholeFrameIsDamageNamedByFileAndPlace() throws IOException {
    int header = (int) headerSize();
    for (int at = header; at < lastFrame; at++) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x55;
      Files.write(file, bytes);
      JournalCorruptException e =
          assertThrows(JournalCorruptException.class, this::open, "changed at " + at);
      assertEquals(file.toString(), e.file());
      assertTrue(e.position() <= at && e.position() >= header, "got " + e.position());
      assertTrue(String.valueOf(e.getMessage()).contains("backup"), e.getMessage());
      assertEquals(bytes.length, Files.size(file), "a damaged file must stay as it is");
    }
  }

  @Test
  void aChangedByteInTheHeaderIsDamage() throws IOException {
    long header = headerSize();
    for (int at = 0; at < header; at++) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x55;
      Files.write(file, bytes);
      assertThrows(JournalException.class, this::open, "changed at " + at);
    }
  }

  @Test
  void aSenderCannotForgeAFrame() throws IOException {
    byte[] forged = new byte[60];
    Frame.seal(forged, forged.length, 1_000, 0); // the sender doesn't know the salt
    byte[] bytes = Arrays.copyOf(whole, whole.length + 100);
    System.arraycopy(forged, 0, bytes, whole.length + 40, forged.length);
    Files.write(file, bytes);
    checkAllFour("forged frame in a torn tail");
  }

  @Test
  void damageInASealedFileIsFoundByTheReader() throws IOException {
    Path other = folder.resolve("other");
    JournalOptions small = new JournalOptions(1, 4096, 7);
    List<Event> events =
        IntStream.range(0, 300).mapToObj(i -> TestEvents.of("e" + i, "c" + i)).toList();
    try (FileJournal journal = FileJournal.open(other, InstantSource.system(), small, Disk.REAL)) {
      events.forEach(journal::append);
      Path sealed = Segment.file(other, 2);
      byte[] bytes = Files.readAllBytes(sealed);
      bytes[bytes.length / 2] ^= 1;
      Files.write(sealed, bytes);
      JournalCorruptException e =
          assertThrows(JournalCorruptException.class, () -> TestEvents.all(journal));
      assertEquals(sealed.toString(), e.file());
      Files.write(sealed, Arrays.copyOf(bytes, 100)); // cut at or inside a frame
      assertThrows(JournalCorruptException.class, () -> TestEvents.all(journal));
    }
    Files.delete(Segment.file(other, 2));
    JournalCorruptException e =
        assertThrows(
            JournalCorruptException.class,
            () -> FileJournal.open(other, InstantSource.system(), small, Disk.REAL));
    assertTrue(String.valueOf(e.getMessage()).contains("missing"), e.getMessage());
  }

  private static long dropped(Path home) throws IOException {
    JournalOptions options = new JournalOptions(1, 64 << 20, 7);
    Recovery recovery = new Recovery(home, Disk.REAL, InstantSource.system(), options);
    recovery.open();
    return recovery.dropped();
  }

  private long headerSize() throws IOException {
    return Segment.open(file).header().size();
  }

  private void checkFirstThreeAndGoOn(String what) throws IOException {
    try (FileJournal journal = open()) {
      assertEquals(FIRST, TestEvents.ids(journal), what);
      assertTrue(journal.append(TestEvents.of("d", "d")).isNew(), what);
    }
    checkAllFour(what);
  }

  private void checkAllFour(String what) throws IOException {
    try (FileJournal journal = open()) {
      assertEquals(List.of("a", "b", "c", "d"), TestEvents.ids(journal), what);
    }
  }
}
