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
import org.marquetry.shop.api.Words;

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
      throw new BadFile(
          new Words("文件是空的", "the file is empty"),
          new Words("请略去，或重新导出", "leave it out or export it again"));
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
          new Words("这是一个压缩包，或损坏的电子表格", "the file is a zip archive, or a damaged spreadsheet"),
          new Words("请先解压，或把表格另存为 CSV", "unpack it, or save the sheet as CSV"));
    }
    Charset charset =
        rule.encoding()
            .or(() -> Encodings.detect(head))
            .orElseThrow(() ->
                new BadFile(
                    new Words("这不是文本文件", "the file is not text"),
                    new Words(
                        "请把表格导出为 CSV、JSON 或 Parquet", "export the table as CSV, JSON or Parquet")));
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
        new Words(
            "压缩文件已损坏或不完整（" + e.getMessage() + "）",
            "the packed file is damaged or ends early (" + e.getMessage() + ")"),
        new Words("请重新复制或导出；没有写入任何内容", "copy or export it again; nothing of it was loaded"));
  }

  static BadFile tooManyColumns(int columns) {
    return new BadFile(
        new Words(
            "有 " + columns + " 列，超过 " + MOST_COLUMNS + " 列",
            "the file has " + columns + " columns, more than " + MOST_COLUMNS),
        new Words("请只导出需要的列", "export the columns that matter"));
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
          new Words(
              "前 " + HEAD + " 个字符中没有完整的一行",
              "the file has no complete row in its first " + HEAD + " characters"),
          new Words("请检查分隔符和引号", "check the delimiter and the quotes"));
    }
    if (found.columns() > MOST_COLUMNS) {
      throw tooManyColumns(found.columns());
    }
    boolean header =
        rule.header().orElseGet(() -> Headers.present(found.records(), found.columns()));
    Shape shape = found.delimiter().isEmpty() ? Shape.BLANKS : Shape.DELIMITED;
    int columns = header ? found.records().getFirst().length : found.columns();
    return new TextFormat(shape, charset, found.delimiter(), found.quote(), header, columns, gzip);
  }
}
