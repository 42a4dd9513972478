package org.marquetry.decision.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes lists, maps, texts and numbers without blanks; numbers keep nine significant digits.
final class CompactJson {
  private static final MathContext NINE = new MathContext(9);

  private CompactJson() {}

  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case List<?> list -> {
        out.append('[');
        for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
          write(i.next(), out);
          out.append(i.hasNext() ? "," : "");
        }
        out.append(']');
      }
      case Map<?, ?> map -> {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> member : map.entrySet()) {
          out.append(separator);
          text(member.getKey().toString(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ",";
        }
        out.append('}');
      }
      case Double number -> out.append(plain(number));
      default -> text(value.toString(), out);
    }
  }

  private static String plain(double number) {
    BigDecimal rounded = new BigDecimal(number).round(NINE).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toString();
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
