package org.marquetry.data.intake;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What the values of a delimited file may hold, by one quick look at all its bytes: what is
/// nowhere in the file need not be looked for in every value.
///
/// @param emptyLines two line ends follow one another
/// @param edges a value begins or ends with a blank
/// @param controls a value holds a control character
/// @param nothings a value is one of [CsvRows#NOTHING], and not just empty
record FileLook(boolean emptyLines, boolean edges, boolean controls, boolean nothings) {
  /// Anything may be there.
  static final FileLook UNKNOWN = new FileLook(true, true, true, true);

  private static final int BUFFER = 1 << 18;
  private static final int LONGEST =
      CsvRows.NOTHING.stream().mapToInt(String::length).max().orElse(0);
  private static final int AHEAD = Long.BYTES + LONGEST; // bytes that are looked at behind one
  private static final int ASCII = 0x7E;
  private static final int NO_QUOTE = 256;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long TOPS = 0x8080_8080_8080_8080L;

  /// @param file in UTF-8
  static FileLook at(Path file, TextFormat format) throws IOException {
    char delimiter = format.delimiter().charAt(0);
    if (delimiter > ASCII || format.quote() > ASCII) {
      return UNKNOWN;
    }
    Eye eye = new Eye(delimiter, format.quote() == 0 ? NO_QUOTE : format.quote());
    byte[] bytes = new byte[BUFFER];
    bytes[0] = '\n'; // before the first byte
    int end = 1;
    boolean first = true;
    try (InputStream in = Files.newInputStream(file)) {
      for (boolean last = false; !last && !eye.seen().equals(UNKNOWN); ) {
        int n = in.readNBytes(bytes, end, BUFFER - AHEAD - end);
        end += n;
        last = n == 0;
        if (last) {
          Arrays.fill(bytes, end, end + AHEAD, (byte) eye.delimiter);
        }
        int to = last ? end : Math.max(1, end - AHEAD);
        if (first) {
          eye.begins(bytes, bytes[1] == (byte) 0xEF ? 4 : 1); // behind a mark of UTF-8
          first = false;
        }
        eye.look(bytes, 1, to);
        System.arraycopy(bytes, to - 1, bytes, 0, end - to + 1);
        end -= to - 1;
      }
    }
    return eye.seen();
  }

  /// What was seen so far.
  private static final class Eye {
    private final int delimiter;
    private final int quote;
    private final long quotes;
    private final long delimiters;
    private boolean inside; // quotes
    private boolean emptyLines;
    private boolean edges;
    private boolean controls;
    private boolean nothings;

    Eye(int delimiter, int quote) {
      this.delimiter = delimiter;
      this.quote = quote;
      this.quotes = quote * ONES; // of no quote: something that does no harm
      this.delimiters = delimiter * ONES;
    }

    FileLook seen() {
      return new FileLook(emptyLines, edges, controls, nothings);
    }

    /// @param bytes with one before and two behind those that are looked at
    void look(byte[] bytes, int from, int to) {
      int i = from;
      while (i < to) {
        if (i + Long.BYTES <= to
            && plain((long) LONGS.get(bytes, i), (long) LONGS.get(bytes, i + 1))) {
          i += Long.BYTES;
        } else {
          for (int stop = Math.min(to, i + Long.BYTES); i < stop; i++) {
            one(bytes, i);
          }
        }
      }
    }

    /// No byte of eight is up to a blank, beyond ASCII, or a quote; and behind none that is a
    /// delimiter stands one with which a [CsvRows#NOTHING] begins.
    ///
    /// @param next the eight from the second on
    private boolean plain(long word, long next) {
      long odd = word | (word - 0x21 * ONES) | zeros(word ^ quotes) | zeros(word ^ 0x7F * ONES);
      long low = (next - 0x30 * ONES) & ~next; // # ( - and others
      long begins = low | zeros((next | 0x20 * ONES) ^ 'n' * ONES) | zeros(next ^ '\\' * ONES);
      return ((odd | (zeros(word ^ delimiters) & begins)) & TOPS) == 0;
    }

    /// The top bit of each byte that is 0, and perhaps of some behind one.
    private static long zeros(long word) {
      return (word - ONES) & ~word;
    }

    private void one(byte[] bytes, int i) {
      int b = bytes[i];
      if (b == delimiter) {
        begins(bytes, i + 1);
      } else if (b == quote) {
        inside = !inside;
        begins(bytes, i + 1);
      } else if (b == ' ') {
        edges |= edge(bytes[i - 1]) || edge(bytes[i + 1]);
      } else if (b == '\n') {
        emptyLines |= bytes[i - 1] == '\n';
        controls |= inside;
        begins(bytes, i + 1);
      } else if (b == '\r') {
        boolean ends = bytes[i + 1] == '\n';
        emptyLines |= !ends || bytes[i - 1] == '\n';
        controls |= !ends;
      } else if (b < 0) {
        edges |= wideBlank(b & 0xFF, bytes[i + 1] & 0xFF, bytes[i + 2] & 0xFF);
      } else if (b < ' ' || b == 0x7F) {
        controls = true;
      }
    }

    /// A value begins, or ended with a quote.
    private void begins(byte[] bytes, int from) {
      int end = from;
      while (end - from < LONGEST && !edge(bytes[end])) {
        end++;
      }
      nothings |=
          edge(bytes[end])
              && CsvRows.NOTHING.contains(
                  new String(bytes, from, end - from, StandardCharsets.ISO_8859_1));
    }

    private boolean edge(byte b) {
      return b == delimiter || b == quote || b == '\n' || b == '\r';
    }

    /// A blank beyond ASCII, wherever it stands.
    private static boolean wideBlank(int a, int b, int c) {
      return switch (a) {
        case 0xC2 -> b == 0xA0;
        case 0xE1 -> b == 0x9A && c == 0x80;
        case 0xE2 -> (b == 0x80 && (c <= 0x8A || c == 0xAF)) || (b == 0x81 && c == 0x9F);
        case 0xE3 -> b == 0x80 && c == 0x80;
        default -> false;
      };
    }
  }
}
