package org.marquetry.autopilot.core;

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
    return "<span lang=\"zh-CN\">" + escape(t.zh()) + "</span><span lang=\"en\">" + escape(t.en()) + "</span>";
  }

  /// A number with its unit, short enough to read: at most three decimals, thousands apart.
  static String number(double v, String unit) {
    if (!Double.isFinite(v)) {
      return v > 0 ? "∞" : "-∞";
    }
    double size = Math.abs(v);
    int decimals = v == Math.rint(v) && unit.isEmpty() ? 0 : size >= 1000 ? 0 : size >= 1 || v == 0 ? 2 : 4;
    String n = String.format(Locale.US, "%,." + decimals + "f", v);
    if (unit.isEmpty()) {
      return n;
    }
    return unit.equals("%") ? n + " %" : n + " " + escape(unit);
  }
}
