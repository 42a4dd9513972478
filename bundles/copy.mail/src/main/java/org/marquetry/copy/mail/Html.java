package org.marquetry.copy.mail;

/// Text as HTML.
final class Html {
  private Html() {}

  /// Make text safe in HTML text and quoted attributes.
  static String escape(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      String safe =
          switch (text.charAt(i)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
          };
      if (safe != null && out == null) {
        out = new StringBuilder(text.length() + 32).append(text, 0, i);
      }
      if (out != null) {
        if (safe == null) {
          out.append(text.charAt(i));
        } else {
          out.append(safe);
        }
      }
    }
    return out == null ? text : out.toString();
  }

  /// The same, with line breaks as such.
  static String lines(String text) {
    return escape(text).replace("\n", "<br>");
  }
}
