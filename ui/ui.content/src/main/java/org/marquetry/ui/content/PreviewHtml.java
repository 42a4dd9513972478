package org.marquetry.ui.content;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.marquetry.channel.api.Message;

/// A mail's HTML as the page shows it: nothing is fetched for it, and its link that ends the mails
/// leads nowhere.
final class PreviewHtml {
  private static final Pattern PICTURE = Pattern.compile("(<img\\b[^>]*?\\s)src=\"[^\"]*\"");
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
  /// @param pictures whether with an area in the place of each picture; else as mailboxes show
  ///   mails whose pictures they do not load
  static String of(String html, boolean dark, boolean pictures) {
    String shown = PICTURE.matcher(html).replaceAll(pictures ? "$1src=\"" + GREY + "\"" : "$1");
    return shown
        .replace(DARK, dark ? "all" : "not all")
        .replace("color-scheme: light dark", dark ? "color-scheme: dark" : "color-scheme: light")
        .replace(Message.UNSUBSCRIBE, "#");
  }

  static String plain(String text) {
    return text.replace(Message.UNSUBSCRIBE, "https://…");
  }
}
