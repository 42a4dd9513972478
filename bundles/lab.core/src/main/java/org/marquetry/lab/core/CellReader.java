package org.marquetry.lab.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.lab.spi.LabInputException;

/// Read lines as cells. Quoted cells may hold separators and line ends; blank-separated lines have
/// no quotes.
final class CellReader {
  static final int LONGEST_CELL = 1_000_000;

  private final String source;
  private final BufferedReader reader;
  private final char separator;
  private long line;

  /// @param separator a blank for any run of blanks
  CellReader(String source, BufferedReader reader, char separator) {
    this.source = source;
    this.reader = reader;
    this.separator = separator;
  }

  /// Guess the separator from the first line with text: the most frequent of tab, semicolon, bar
  /// and comma, else blanks.
  static char separatorOf(String firstLine) {
    char best = ' ';
    long most = 0;
    for (char c : new char[] {'\t', ';', '|', ','}) {
      long n = firstLine.chars().filter(x -> x == c).count();
      if (n > most) {
        best = c;
        most = n;
      }
    }
    return best;
  }

  /// Line of the cells read last, from 1.
  long line() {
    return line;
  }

  /// Return the cells of the next line that is not empty.
  Optional<List<String>> next() throws IOException {
    String text;
    do {
      text = reader.readLine();
      line++;
      if (text == null) {
        return Optional.empty();
      }
      check(text.length());
    } while (text.isBlank());
    return Optional.of(separator == ' ' ? List.of(text.strip().split("\\s+")) : cells(text));
  }

  private List<String> cells(String text) throws IOException {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (true) {
      if (at < text.length() && text.charAt(at) == '"') {
        StringBuilder cell = new StringBuilder();
        int k = at + 1;
        while (true) {
          if (k >= text.length()) { // the cell goes on in the next line
            String more = reader.readLine();
            line++;
            if (more == null) {
              throw new LabInputException(source + ", line " + line + ": a quoted cell has no end");
            }
            cell.append('\n');
            check(cell.length() + more.length());
            text = more;
            k = 0;
          } else if (text.charAt(k) != '"') {
            cell.append(text.charAt(k++));
          } else if (k + 1 < text.length() && text.charAt(k + 1) == '"') {
            cell.append('"');
            k += 2;
          } else {
            break;
          }
        }
        int end = text.indexOf(separator, k);
        cells.add(cell.toString().strip());
        if (end < 0) {
          return cells;
        }
        at = end + 1;
      } else {
        int end = text.indexOf(separator, at);
        cells.add(text.substring(at, end < 0 ? text.length() : end).strip());
        if (end < 0) {
          return cells;
        }
        at = end + 1;
      }
    }
  }

  private void check(int length) {
    if (length > LONGEST_CELL) {
      throw new LabInputException(
          source
              + ", line "
              + line
              + ": more than "
              + LONGEST_CELL
              + " characters; is this a table?");
    }
  }
}
