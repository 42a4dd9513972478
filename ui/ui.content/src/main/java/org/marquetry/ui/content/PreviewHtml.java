package org.marquetry.ui.content;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marquetry.channel.api.Message;

/// A mail's HTML as the page shows it: nothing is fetched for it but pictures that the suite keeps,
/// and its link that ends the mails leads nowhere.
final class PreviewHtml {
  private static final Pattern PICTURE = Pattern.compile("(<img\\b[^>]*?\\s)src=\"([^\"]*)\"");
  private static final Pattern KEPT =
      Pattern.compile(".*(/files/pictures/[0-9a-f]{64}-[a-z]+\\.jpg)");
  private static final String DARK = "(prefers-color-scheme: dark)";
  private static final String GREY =
      "data:image/svg+xml;base64,"
          + Base64.getEncoder()
              .encodeToString(
                  ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"300\"><rect"
                          + " width=\"600\" height=\"300\" fill=\"#c9d1d9\"/></svg>")
                      .getBytes(StandardCharsets.UTF_8));

  private PreviewHtml() {}

  /// @param dark whether as a reader sees it who likes it dark
  /// @param pictures whether with an area in the place of each picture that is elsewhere; else as
  ///   mailboxes show mails whose pictures they do not load
  static String of(String html, boolean dark, boolean pictures) {
    return PICTURE
        .matcher(html)
        .replaceAll(picture ->
            Matcher.quoteReplacement(picture.group(1) + (pictures ? shown(picture.group(2)) : "")))
        .replace(DARK, dark ? "all" : "not all")
        .replace("color-scheme: light dark", dark ? "color-scheme: dark" : "color-scheme: light")
        .replace(Message.UNSUBSCRIBE, "#");
  }

  /// What the suite keeps comes from where the page does.
  private static String shown(String address) {
    Matcher kept = KEPT.matcher(address);
    return "src=\"" + (kept.matches() ? kept.group(1) : GREY) + "\"";
  }

  static String plain(String text) {
    return text.replace(Message.UNSUBSCRIBE, "https://…");
  }
}
