package org.marquetry.data.intake;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.marquetry.data.intake.TextFormat.Shape;

/// Finds out how a file is written, from its first bytes.
final class Sniffer {
  private static final int HEAD = 1 << 18;
  static final int MOST_COLUMNS = 1000;

  private Sniffer() {}

  static TextFormat sniff(SourceFile file, Mapping.FileRule rule) throws IOException, BadFile {
    byte[] head;
    boolean gzip;
    try {
      gzip = file.gzip();
      head = file.head(HEAD);
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
    if (head.length == 0) {
      throw new BadFile("the file is empty", "leave it out or export it again", "empty");
    }
    String magic = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
    if (magic.equals("PAR1")) {
      return new TextFormat(Shape.PARQUET, StandardCharsets.UTF_8, "", (char) 0, true, 0, gzip);
    }
    if (magic.startsWith("PK") && spreadsheet(file)) {
      return new TextFormat(Shape.XLSX, StandardCharsets.UTF_8, "", (char) 0, true, 0, gzip);
    }
    if (magic.startsWith("PK")) {
      throw new BadFile(
          "the file is a zip archive, or a damaged spreadsheet",
          "unpack it, or save the sheet as CSV",
          "archive");
    }
    Charset charset =
        rule.encoding()
            .or(() -> Encodings.detect(head))
            .orElseThrow(() ->
                new BadFile(
                    "the file is not text",
                    "export the table as CSV, JSON or Parquet",
                    "not-text"));
    String text = lines(head, charset);
    char first = text.isBlank() ? ' ' : text.strip().charAt(0);
    if (first == '{' || first == '[') {
      return new TextFormat(json(text), charset, "", (char) 0, true, 0, gzip);
    }
    return delimited(text, charset, gzip, rule);
  }

  private static boolean spreadsheet(SourceFile file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(file.open())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("xl/")) {
          return true;
        }
      }
      return false;
    } catch (ZipException e) {
      return false;
    }
  }

  static BadFile damaged(IOException e) {
    return new BadFile(
        "the packed file is damaged or ends early (" + e.getMessage() + ")",
        "copy or export it again; nothing of it was loaded",
        "damaged-gzip",
        String.valueOf(e.getMessage()));
  }

  private static String lines(byte[] head, Charset charset) {
    String text = new String(head, charset);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    int end = text.lastIndexOf('\n');
    return head.length < HEAD || end < 0 ? text : text.substring(0, end + 1);
  }

  private static Shape json(String text) {
    String[] lines = text.strip().split("\\R", 3);
    boolean object = lines[0].startsWith("{") && lines[0].strip().endsWith("}");
    return object && (lines.length == 1 || lines[1].strip().startsWith("{"))
        ? Shape.JSON_LINES
        : Shape.JSON;
  }

  private static TextFormat delimited(
      String text, Charset charset, boolean gzip, Mapping.FileRule rule) throws BadFile {
    Optional<String> given = rule.delimiter();
    Delimiters.Found found =
        given.isEmpty()
            ? Delimiters.find(text)
            : given.get().isBlank() && !given.get().equals("\t")
                ? Delimiters.blanksOf(text)
                : Delimiters.parse(text, given.get(), '"');
    if (found.records().isEmpty()) {
      throw new BadFile(
          "the file has no complete row in its first " + HEAD + " characters",
          "check the delimiter and the quotes",
          "no-whole-row",
          HEAD);
    }
    if (found.columns() > MOST_COLUMNS) {
      throw new BadFile(
          "the file has " + found.columns() + " columns, more than " + MOST_COLUMNS,
          "export the columns that matter",
          "too-many-columns",
          MOST_COLUMNS);
    }
    boolean header =
        rule.header().orElseGet(() -> Headers.present(found.records(), found.columns()));
    Shape shape = found.delimiter().isEmpty() ? Shape.BLANKS : Shape.DELIMITED;
    int columns = header ? found.records().getFirst().length : found.columns();
    return new TextFormat(shape, charset, found.delimiter(), found.quote(), header, columns, gzip);
  }
}
