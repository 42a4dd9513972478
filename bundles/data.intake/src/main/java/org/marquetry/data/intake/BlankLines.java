package org.marquetry.data.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/// Finds the empty lines between the rows of a delimited file, which its rows are numbered around.
/// A line end inside quotes ends no row.
final class BlankLines {
  private static final int BUFFER = 1 << 18;

  private final int quote;
  private final int delimiter;
  private long[] found = new long[16];
  private int count;

  /// A row that the database refused, whatever lines it swallowed.
  ///
  /// @param from first byte, counted from 0
  /// @param to behind its last byte
  /// @param ended its line end is one of its bytes
  record Refused(long from, long to, boolean ended) {}

  private BlankLines(TextFormat format) {
    quote = format.quote() == 0 ? -2 : format.quote();
    delimiter = format.delimiter().charAt(0);
  }

  /// How many rows, the header left out, stand before each empty line.
  ///
  /// @param file in UTF-8
  /// @param refused in the order of the file
  static long[] before(Path file, TextFormat format, List<Refused> refused) throws IOException {
    BlankLines lines = new BlankLines(format);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      lines.walk(in, format.header() ? -1 : 0, refused.iterator());
    }
    return Arrays.copyOf(lines.found, lines.count);
  }

  private void walk(InputStream in, long rowsBefore, Iterator<Refused> refused) throws IOException {
    long rows = rowsBefore;
    Refused next = refused.hasNext() ? refused.next() : null;
    boolean inside = false; // quotes
    boolean start = true; // of a field
    boolean empty = true; // the line so far
    long at = 0;
    for (int b = in.read(); b >= 0; b = in.read(), at++) {
      if (next != null && at == next.from()) {
        in.skipNBytes(next.to() - at - 1);
        at = next.to() - 1;
        rows += next.ended() ? 1 : 0;
        empty = next.ended();
        inside = false;
        start = true;
        next = refused.hasNext() ? refused.next() : null;
      } else if (b == '\n' && !inside) {
        if (empty) {
          add(rows);
        } else {
          rows++;
        }
        empty = true;
        start = true;
      } else if (b == quote && (inside || start)) {
        inside = !inside; // a doubled one ends them and begins them again
        start = true;
        empty = false;
      } else if (b != '\r') {
        start = b == delimiter && !inside;
        empty = false;
      }
    }
  }

  private void add(long rows) {
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = Math.max(rows, 0);
  }
}
