package org.marquetry.campaign.core;

import java.net.URI;
import org.marquetry.campaign.api.Letter;
import org.marquetry.channel.api.Message;

/// Sets a letter as plain text and as an HTML mail: one column, inline styles, no pictures, every
/// text escaped.
final class LetterWriter {
  private LetterWriter() {}

  static Message write(Letter letter, String to, String language) {
    return new Message(to, language, letter.subject(), text(letter), html(letter, language));
  }

  private static String text(Letter letter) {
    StringBuilder out = new StringBuilder();
    if (!letter.heading().isBlank()) {
      out.append(letter.heading()).append("\n\n");
    }
    letter.paragraphs().forEach(p -> out.append(p).append("\n\n"));
    for (Letter.Item item : letter.products()) {
      out.append("* ").append(item.title());
      out.append(item.price().isBlank() ? "" : " · " + item.price()).append('\n');
      out.append(item.why().isBlank() ? "" : "  " + item.why() + "\n");
      item.link().map(URI::toASCIIString).ifPresent(l -> out.append("  ").append(l).append('\n'));
      out.append('\n');
    }
    letter
        .button()
        .ifPresent(
            b -> out.append(b.text()).append(": ").append(b.link().toASCIIString()).append("\n\n"));
    out.append("-- \n").append(letter.footer()).append('\n');
    return out.append(letter.unsubscribe())
        .append(": ")
        .append(Message.UNSUBSCRIBE)
        .append('\n')
        .toString();
  }

  private static String html(Letter letter, String language) {
    StringBuilder body = new StringBuilder();
    if (!letter.heading().isBlank()) {
      body.append("<h1 style=\"margin:0 0 16px;font-size:24px;line-height:1.3\">")
          .append(escape(letter.heading()))
          .append("</h1>\n");
    }
    for (String paragraph : letter.paragraphs()) {
      body.append("<p style=\"margin:0 0 16px;font-size:16px;line-height:1.5\">")
          .append(escape(paragraph))
          .append("</p>\n");
    }
    letter.products().forEach(item -> body.append(item(item)));
    letter.button().ifPresent(b -> body.append(button(b)));
    return """
    <!DOCTYPE html>
    <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark"><title>%s</title></head>
    <body style="margin:0;padding:24px;font-family:sans-serif">
    <div style="max-width:600px;margin:0 auto">
    %s<hr style="border:0;border-top:1px solid #d0d7de">
    <p style="font-size:13px;line-height:1.5;color:#57606a">%s<br><a href="%s">%s</a></p>
    </div></body></html>
    """
        .formatted(
            escape(language),
            escape(letter.subject()),
            body,
            escape(letter.footer()),
            Message.UNSUBSCRIBE,
            escape(letter.unsubscribe()));
  }

  private static String item(Letter.Item item) {
    String title =
        item.link()
            .map(l -> "<a href=\"" + address(l) + "\">" + escape(item.title()) + "</a>")
            .orElse(escape(item.title()));
    return """
    <div style="margin:0 0 16px;padding:16px;border:1px solid #d0d7de;border-radius:8px">
    <div style="font-size:18px;font-weight:bold">%s</div>
    <div style="font-size:16px;margin-top:4px">%s</div>
    <div style="font-size:14px;margin-top:8px;color:#57606a">%s</div>
    </div>
    """
        .formatted(title, escape(item.price()), escape(item.why()));
  }

  private static String button(Letter.Button button) {
    return """
    <p style="margin:0 0 24px"><a href="%s" style="display:inline-block;padding:12px 24px;\
    background:#0a4b78;color:#ffffff;border-radius:6px;text-decoration:none">%s</a></p>
    """
        .formatted(address(button.link()), escape(button.text()));
  }

  private static String address(URI link) {
    return escape(link.toASCIIString());
  }

  /// Make text safe in HTML text and quoted attributes.
  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
