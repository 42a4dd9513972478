package org.marquetry.data.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what separates the fields of a text, from its first lines.
final class Delimiters {
  private static final List<String> CANDIDATES = List.of(",", "\t", ";", "|", "::");
  private static final int RECORDS = 500;
  private static final double CONSISTENT = 0.8;

  /// @param delimiter empty for blanks
  /// @param records the parsed sample
  /// @param columns fields of most records
  record Found(String delimiter, char quote, List<String[]> records, int columns, double share) {}

  private Delimiters() {}

  /// @param text whole lines
  static Found find(String text) {
    char quote = quote(text);
    Found best = null;
    double bestScore = 0;
    for (String delimiter : CANDIDATES) {
      if (text.contains(delimiter)) {
        Found found = parse(text, delimiter, quote);
        double score =
            found.columns() < 2
                ? 0
                : found.share() * (1 - foreign(found)) + Math.log(found.columns()) / 1000;
        if (score > bestScore) {
          best = found;
          bestScore = score;
        }
      }
    }
    if (best != null && best.share() >= CONSISTENT) {
      return best;
    }
    Found blanks = describe("", quote, blanks(text));
    boolean table = blanks.columns() >= 2 && blanks.share() >= 0.95;
    if (table) {
      return blanks;
    }
    return best != null ? best : parse(text, ",", quote);
  }

  /// The share of fields that hold another delimiter: a sign of a wrong guess. A decimal comma is
  /// none.
  private static double foreign(Found found) {
    long foreign = 0;
    long all = 0;
    for (String[] record : found.records()) {
      for (String field : record) {
        all++;
        for (String other : CANDIDATES) {
          boolean comma = other.equals(",") && field.length() < 30 && !field.contains(", ");
          if (!comma
              && !other.equals(found.delimiter())
              && !other.equals("::")
              && field.contains(other)) {
            foreign++;
            break;
          }
        }
      }
    }
    return all == 0 ? 0 : (double) foreign / all;
  }

  /// Quotes count when fields are wrapped in them, not when they stand inside a text.
  private static char quote(String text) {
    return text.matches("(?s).*(^|[\\n,;|\\t])\"[^\\n]*\"([\\r\\n,;|\\t]|$).*") ? '"' : 0;
  }

  static CsvReader.CsvReaderBuilder csv(String delimiter, char quote) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter(quote == 0 ? '\u0000' : quote)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(delimiter.length() == 1)
        .skipEmptyLines(true);
  }

  static Found parse(String text, String delimiter, char quote) {
    List<String[]> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = csv(delimiter, quote).ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        records.add(record.getFields().toArray(String[]::new));
        if (records.size() >= RECORDS) {
          break;
        }
      }
    } catch (CsvParseException | java.io.IOException e) {
      return describe(delimiter, quote, records);
    }
    return describe(delimiter, quote, records);
  }

  private static List<String[]> blanks(String text) {
    return text.lines()
        .filter(l -> !l.isBlank())
        .limit(RECORDS)
        .map(l -> l.strip().split("[ \\t]+"))
        .toList();
  }

  static Found blanksOf(String text) {
    return describe("", (char) 0, blanks(text));
  }

  private static Found describe(String delimiter, char quote, List<String[]> records) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String[] record : records) {
      counts.merge(record.length, 1, Integer::sum);
    }
    int columns = 0;
    int most = 0;
    for (Map.Entry<Integer, Integer> e : counts.entrySet()) {
      if (e.getValue() > most || (e.getValue() == most && e.getKey() > columns)) {
        columns = e.getKey();
        most = e.getValue();
      }
    }
    return new Found(
        delimiter, quote, records, columns, records.isEmpty() ? 0 : (double) most / records.size());
  }
}
