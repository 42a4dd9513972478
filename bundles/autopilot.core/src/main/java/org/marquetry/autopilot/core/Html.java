package org.marquetry.autopilot.core;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Small pieces of HTML. Whatever comes from data is escaped here; nothing else writes it.
final class Html {
  private Html() {}

  static String escape(String s) {
    StringBuilder b = new StringBuilder(s.length() + 16);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '&' -> b.append("&amp;");
        case '<' -> b.append("&lt;");
        case '>' -> b.append("&gt;");
        case '"' -> b.append("&quot;");
        case '\'' -> b.append("&#39;");
        default -> b.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
      }
    }
    return b.toString();
  }

  /// Both languages; the page's switch shows one of them.
  static String both(Text t) {
    if (t.zh().equals(t.en())) {
      return escape(t.en());
    }
    return "<span lang=\"zh-CN\">"
        + escape(t.zh())
        + "</span><span lang=\"en\">"
        + escape(t.en())
        + "</span>";
  }

  /// A number with its unit, short enough to read: thousands apart, three decimals at most below 1,
  /// two below 1,000, none above; money always with two below 1,000.
  static String number(double v, String unit) {
    if (!Double.isFinite(v)) {
      return v > 0 ? "∞" : "-∞";
    }
    double size = Math.abs(v);
    int decimals = size >= 1000 || v == Math.rint(v) ? 0 : size >= 1 ? 2 : 3;
    boolean money = unit.length() == 3;
    String fraction =
        money && size < 1000 ? ".00" : decimals == 0 ? "" : "." + "#".repeat(decimals);
    String n =
        new DecimalFormat("#,##0" + fraction, DecimalFormatSymbols.getInstance(Locale.US))
            .format(v);
    return unit.isEmpty() ? n : n + " " + escape(unit);
  }
}
