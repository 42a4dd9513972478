package org.marquetry.data.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds the encoding of a text from its first bytes.
final class Encodings {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final double MOSTLY = 0.9;

  private Encodings() {}

  /// @return empty when the bytes are no text
  static Optional<Charset> detect(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (starts(head, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (starts(head, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    int[] nul = new int[2];
    int control = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        nul[i % 2]++;
      } else if ((head[i] > 0 && head[i] < 9) || (head[i] > 13 && head[i] < 27)) {
        control++;
      }
    }
    if (nul[0] + nul[1] > 0) {
      double half = head.length / 2.0;
      boolean little = nul[1] > half / 3 && nul[0] < half / 50;
      boolean big = nul[0] > half / 3 && nul[1] < half / 50;
      return little
          ? Optional.of(StandardCharsets.UTF_16LE)
          : big ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
    if (control > head.length / 100) {
      return Optional.empty();
    }
    if (decodes(head, StandardCharsets.UTF_8).isPresent() || mostlyUtf8(head)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    return Optional.of(
        decodes(head, GB18030).filter(Encodings::mostlyChinese).isPresent() ? GB18030 : LATIN);
  }

  /// Text of another encoding gives hardly a character beyond ASCII in UTF-8; a few wrong bytes in
  /// UTF-8 leave nearly all of them.
  private static boolean mostlyUtf8(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    long wrong = text.chars().filter(c -> c == '\uFFFD').count();
    long right = text.chars().filter(c -> c > 127 && c != '\uFFFD').count();
    return right > 10 * wrong;
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (head.length <= i || (head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// The last bytes may be half a character.
  private static Optional<String> decodes(byte[] head, Charset charset) {
    for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
      Optional<String> text = decodes(ByteBuffer.wrap(head, 0, head.length - cut), charset);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decodes(ByteBuffer bytes, Charset charset) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes);
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// Latin text read as GB18030 gives rare ideographs; Chinese text gives those of the first level,
  /// GB 2312 rows 16 to 55.
  private static boolean mostlyChinese(String text) {
    long foreign = text.codePoints().filter(c -> c > 127).count();
    long common = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        byte[] code = text.substring(i, i + 1).getBytes(GB18030);
        int first = code.length == 2 ? code[0] & 0xff : 0;
        int second = code.length == 2 ? code[1] & 0xff : 0;
        boolean firstLevel = first >= 0xB0 && first <= 0xD7 && second >= 0xA1;
        boolean punctuation = first >= 0xA1 && first <= 0xA3 && second >= 0xA1;
        common += firstLevel || punctuation ? 1 : 0;
      }
    }
    return foreign > 0 && common >= MOSTLY * 0.8 * foreign;
  }
}
