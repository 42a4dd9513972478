package org.marquetry.copy.grammar;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.copy.api.Claim;
import org.marquetry.copy.api.CopyLanguage;

/// Joins words and values to a text: sentence capitals, one mark where two would meet, a blank
/// between Chinese and Latin letters; keeps the span of each value.
final class TextSetter {
  private static final String STOPS = ".!?。！？…";
  private final boolean english;
  private final boolean lines;
  private final StringBuilder text = new StringBuilder();
  private final List<Claim> claims = new ArrayList<>();

  TextSetter(CopyLanguage language, boolean lines) {
    this.english = language == CopyLanguage.EN;
    this.lines = lines;
  }

  void literal(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      literal(c == '\n' && !lines ? ' ' : c);
    }
  }

  private void literal(char c) {
    char last = last();
    if (c == ' ' && (text.isEmpty() || last == ' ' || last == '\n')) return;
    if (c == '\n' && last == ' ') text.setLength(text.length() - 1);
    if (STOPS.indexOf(c) >= 0 && STOPS.indexOf(last) >= 0 && c != last)
      return; // "Yahoo!" needs no full stop
    if (c == '.' && last == '.') return; // "8 oz." ends the sentence as well
    if (joins(last, c)) text.append(' ');
    text.append(english && beginsSentence() ? Character.toUpperCase(c) : c);
  }

  /// @param noun whether the value is a common noun, which a sentence begins with a capital
  void value(String value, String factId, boolean noun) {
    if (joins(last(), value.charAt(0))) text.append(' ');
    boolean capital = noun && english && beginsSentence();
    int start = text.length();
    text.append(value);
    if (capital) text.setCharAt(start, Character.toUpperCase(value.charAt(0)));
    claims.add(new Claim(start, text.length(), factId));
  }

  private char last() {
    return text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
  }

  private boolean beginsSentence() {
    int at = text.length() - 1;
    while (at >= 0 && text.charAt(at) == ' ') at--;
    if (at < 0 || text.charAt(at) == '\n') return true;
    return STOPS.indexOf(text.charAt(at)) >= 0 && at < text.length() - 1;
  }

  private static boolean joins(char left, char right) {
    return (han(left) && latin(right)) || (latin(left) && han(right));
  }

  private static boolean han(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private static boolean latin(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  String text() {
    return text.toString().stripTrailing();
  }

  List<Claim> claims() {
    return claims;
  }
}
