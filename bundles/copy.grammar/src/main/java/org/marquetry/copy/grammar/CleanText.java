package org.marquetry.copy.grammar;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Makes a hostile value plain: one line, no control or invisible characters, no character that
/// opens markup.
final class CleanText {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Z}\\s]+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");
  private static final Pattern OPEN_END = Pattern.compile("[\\s,;:、，；：-]+$");

  private CleanText() {}

  /// Return the value as one line of visible text; empty when nothing is left. Angle brackets
  /// become their single quotation marks, so that no later step can take them for a tag.
  static String of(String value) {
    String text = Normalizer.normalize(value, Normalizer.Form.NFC);
    text = CONTROL.matcher(text).replaceAll(" ");
    text = UNSEEN.matcher(text).replaceAll("");
    text = text.replace('<', '‹').replace('>', '›');
    return OPEN_END.matcher(text.strip()).replaceAll("");
  }
}
