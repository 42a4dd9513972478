package org.marquetry.lab.core;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.marquetry.lab.spi.LabInputException;

/// Open a text file, plain or gzipped, and refuse what is no text.
final class TextFile {
  private static final int PROBE = 8192;

  private TextFile() {}

  /// What is done with the open text.
  interface Use<T> {
    T with(BufferedReader reader) throws IOException;
  }

  /// Read a file as UTF-8; a byte order mark is passed over.
  static <T> T read(Path file, Use<T> use) {
    if (Files.isDirectory(file)) {
      throw new LabInputException(file + " is a folder; name a file");
    }
    if (!Files.isReadable(file)) {
      throw new LabInputException(file + " does not exist or cannot be read");
    }
    try (InputStream in =
        unpacked(new BufferedInputStream(Files.newInputStream(file), PROBE * 8))) {
      refuseBinary(file, in);
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  in,
                  StandardCharsets.UTF_8
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)));
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      return use.with(reader);
    } catch (CharacterCodingException e) {
      throw new LabInputException(
          file + " is not UTF-8 text; convert it, for example with iconv", e);
    } catch (ZipException | java.io.EOFException e) {
      throw new LabInputException(file + " is a damaged gzip file: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new LabInputException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream unpacked(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, PROBE * 8), PROBE * 8) : in;
  }

  private static void refuseBinary(Path file, InputStream in) throws IOException {
    in.mark(PROBE);
    for (byte b : in.readNBytes(PROBE)) {
      if (b == 0) {
        throw new LabInputException(file + " is not a text file (it holds zero bytes)");
      }
    }
    in.reset();
  }
}
