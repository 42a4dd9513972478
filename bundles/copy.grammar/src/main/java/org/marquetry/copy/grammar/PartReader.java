package org.marquetry.copy.grammar;

import java.util.ArrayList;
import java.util.List;

/// Reads the parts of one production.
final class PartReader {
  private final String file;
  private final int line;
  private final String text;
  private int at;

  PartReader(String file, int line, String text) {
    this.file = file;
    this.line = line;
    this.text = text;
  }

  List<Part> all() {
    List<Part> parts = parts(false);
    if (at < text.length()) throw wrong("']' without '['");
    return parts;
  }

  private List<Part> parts(boolean inside) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    while (at < text.length() && text.charAt(at) != ']') {
      char c = text.charAt(at);
      if (c != '{' && c != '<' && c != '[') {
        literal.append(c);
        at++;
        continue;
      }
      flush(literal, parts);
      parts.add(
          switch (c) {
            case '{' -> slot(until('}'));
            case '<' -> new Part.Call(until('>'));
            default -> maybe(inside);
          });
    }
    flush(literal, parts);
    return parts;
  }

  private Part maybe(boolean inside) {
    if (inside) throw wrong("'[' inside '[': one level is enough");
    at++;
    boolean kept = at < text.length() && text.charAt(at) == '!';
    if (kept) at++;
    List<Part> parts = parts(true);
    if (at >= text.length()) throw wrong("'[' is not closed");
    at++;
    return new Part.Maybe(parts, kept);
  }

  private String until(char close) {
    int end = text.indexOf(close, at);
    if (end < 0) throw wrong("'" + text.charAt(at) + "' is not closed by '" + close + "'");
    String inner = text.substring(at + 1, end).strip();
    at = end + 1;
    if (inner.isEmpty())
      throw wrong("nothing stands between '" + text.charAt(end) + "' and its opening");
    return inner;
  }

  private Part slot(String inner) {
    int bar = inner.indexOf('|');
    if (bar < 0) return new Part.Slot(inner, Format.AS_IS);
    String[] words = inner.substring(bar + 1).strip().split("\\s+", 2);
    for (Format.Kind kind : Format.Kind.values()) {
      if (kind != Format.Kind.AS_IS && kind.word().equals(words[0])) {
        return new Part.Slot(inner.substring(0, bar).strip(), format(kind, words));
      }
    }
    throw wrong("no format " + words[0] + "; there are exact, lower, calm, a, short, n, span, zhe");
  }

  private Format format(Format.Kind kind, String[] words) {
    boolean wants = kind == Format.Kind.COUNTED;
    if (wants != (words.length == 2)) {
      throw wrong(
          "format "
              + kind.word()
              + (wants ? " needs the noun: n order/orders, or n 次" : " takes no words"));
    }
    return new Format(kind, wants ? words[1] : "");
  }

  private static void flush(StringBuilder literal, List<Part> parts) {
    if (!literal.isEmpty()) {
      parts.add(new Part.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private GrammarException wrong(String message) {
    return new GrammarException(file, line, message);
  }
}
