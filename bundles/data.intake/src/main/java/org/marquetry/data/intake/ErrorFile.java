package org.marquetry.data.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The rows of a quarantine as files: `errors.csv` to put right and import again, and
/// `quarantine.csv` (row, column, code, value) to look at.
final class ErrorFile {
  static final String ERRORS = "errors.csv";
  static final String QUARANTINE = "quarantine.csv";

  /// Columns behind those of the source; an import passes over them.
  static final List<String> OWN = List.of("marquetry_row", "marquetry_column", "marquetry_reason");

  private ErrorFile() {}

  /// Fields as a line of CSV, without an end.
  static String line(List<String> fields) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().stripTrailing();
  }

  /// Write both files; an earlier run's are replaced.
  static void write(Path folder, Staging staging, RawTable table) throws IOException {
    int width = table.columns().size();
    try (CsvWriter errors = csv(folder.resolve(ERRORS), true);
        CsvWriter quarantine = csv(folder.resolve(QUARANTINE), false)) {
      List<String> header = new ArrayList<>(table.columns());
      header.addAll(OWN);
      errors.writeRecord(header);
      staging.each(
          "SELECT q.row AS at, q.col AS col, q.code AS code, q.value AS value, b.text AS text, r.*"
              + " EXCLUDE (row, bad, value) FROM quarantine q LEFT JOIN broken b ON b.file = q.file AND b.row ="
              + " q.row LEFT JOIN barred_"
              + table.index()
              + " r ON r.row = q.row WHERE q.file = "
              + table.index()
              + " ORDER BY q.row",
          r -> {
            List<String> fields =
                r.optString("text")
                    .map(t -> fields(t, table.format(), width))
                    .orElseGet(ArrayList::new);
            for (int i = fields.size(); i < width; i++) {
              fields.add(
                  fields.isEmpty() || r.isNull("text") ? r.optString("c" + i).orElse("") : "");
            }
            String row = Long.toString(table.rows().number(r.longValue("at")));
            String column = r.optString("col").orElse("");
            fields.addAll(List.of(row, column, Reason.of(r.string("code")).meaning()));
            errors.writeRecord(fields);
            quarantine.writeRecord(row, column, r.string("code"), r.optString("value").orElse(""));
          });
    }
  }

  /// As many fields as there are columns: what is too much stands in the last one.
  private static List<String> fields(String text, TextFormat format, int width) {
    List<String> fields = new ArrayList<>();
    boolean delimited = format.shape() == TextFormat.Shape.DELIMITED;
    String delimiter = delimited && text.contains(format.delimiter()) ? format.delimiter() : ",";
    try (CsvReader<CsvRecord> reader = Delimiters.csv(delimiter, '"').ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        fields.addAll(record.getFields());
      }
    } catch (de.siegmar.fastcsv.reader.CsvParseException | IOException e) {
      fields.clear();
    }
    if (fields.isEmpty()) {
      fields.add(text);
    }
    if (fields.size() > width) {
      String rest = String.join(delimiter, fields.subList(width - 1, fields.size()));
      fields = new ArrayList<>(fields.subList(0, width - 1));
      fields.add(rest);
    }
    return fields;
  }

  private static CsvWriter csv(Path file, boolean mark) throws IOException {
    var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    if (mark) {
      out.write('\uFEFF'); // or a spreadsheet takes it for another encoding
    }
    return CsvWriter.builder().build(out);
  }
}
