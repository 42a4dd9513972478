package org.marquetry.lib.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// A text as the body of a part of a mail, in ASCII (RFC 2045): as it is, quoted-printable, or
/// base64 where most of it is not ASCII. Made in one pass over arrays: Jakarta Mail's own streams
/// write byte by byte, which took most of the time that a mail took.
final class Body {
  private static final int LONGEST_PLAIN = 998; // characters of a line, without CR LF
  private static final int LONGEST = 76;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final String encoding;
  private final byte[] bytes;

  private Body(String encoding, byte[] bytes) {
    this.encoding = encoding;
    this.bytes = bytes;
  }

  /// As `Content-Transfer-Encoding` names it.
  String encoding() {
    return encoding;
  }

  /// Not to be changed.
  byte[] bytes() {
    return bytes;
  }

  /// @param text with CR LF at the ends of its lines
  static Body of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int plain = 0;
    int line = 0;
    int longest = 0;
    for (byte b : utf8) {
      boolean ends = b == '\r' || b == '\n';
      plain += ends || b == '\t' || isPrintable(b) ? 1 : 0;
      line = ends ? 0 : line + 1;
      longest = Math.max(longest, line);
    }
    if (plain == utf8.length && longest <= LONGEST_PLAIN) {
      return new Body("7bit", utf8);
    }
    return 2 * plain > utf8.length
        ? new Body("quoted-printable", quoted(utf8))
        : new Body("base64", Base64.getMimeEncoder().encode(utf8));
  }

  private static boolean isPrintable(byte b) {
    return b >= ' ' && b < 127;
  }

  private static byte[] quoted(byte[] text) {
    byte[] out = new byte[text.length * 3 + text.length / 8 + LONGEST];
    int at = 0;
    int column = 0;
    for (int i = 0; i < text.length; i++) {
      byte b = text[i];
      byte next = i + 1 < text.length ? text[i + 1] : (byte) '\r';
      if (b == '\r' && next == '\n') {
        out[at++] = '\r';
        out[at++] = '\n';
        column = 0;
        i++;
        continue;
      }
      boolean blank = b == ' ' || b == '\t';
      boolean asItIs = blank ? next != '\r' : isPrintable(b) && b != '=';
      if (column + (asItIs ? 1 : 3) >= LONGEST) { // the line goes on
        out[at++] = '=';
        out[at++] = '\r';
        out[at++] = '\n';
        column = 0;
      }
      if (asItIs) {
        out[at++] = b;
        column++;
      } else {
        out[at++] = '=';
        out[at++] = HEX[(b >> 4) & 15];
        out[at++] = HEX[b & 15];
        column += 3;
      }
    }
    return Arrays.copyOf(out, at);
  }
}
