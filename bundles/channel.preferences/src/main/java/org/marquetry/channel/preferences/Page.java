package org.marquetry.channel.preferences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.marquetry.platform.api.http.OpenAnswer;
import org.marquetry.shop.api.Words;

/// The page as HTML: no script, nothing from elsewhere, nothing of the person on it.
///
/// @param token as it came; shown only where it was found to be ours, so it is letters, digits,
///   `-`, `_` and a dot
record Page(Locale locale, String token) {
  private static final String STYLE = resource("page.css");
  private static final String FRAME = resource("page.html").replace("{{style}}", STYLE);
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'sha256-"
              + sha256(STYLE)
              + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Robots-Tag",
          "noindex");

  private static final Words TITLE = new Words("消息设置", "Your messages");
  private static final Words UNKNOWN =
      new Words(
          "这个链接无效：它不完整，或者被改动过。请从邮件里重新打开完整的链接。没有更改任何设置。",
          "This link does not work: it is not complete, or was changed. Please open it from the"
              + " message again. Nothing was changed.");
  private static final Words LATER =
      new Words("现在无法保存，请稍后再试。", "This cannot be stored now. Please try again later.");
  private static final Words TEST =
      new Words(
          "这是一封测试邮件的链接：没有更改任何设置。顾客的链接会在这里生效。",
          "This link is of a test message: nothing was changed. A customer's link works here.");
  private static final Words ASK =
      new Words("您希望怎样接收我们的消息？", "How would you like to hear from us?");

  static Page in(Locale locale, String token) {
    return new Page(locale, token);
  }

  OpenAnswer answer(int status, String main) {
    String html =
        FRAME
            .replace("{{language}}", locale.getLanguage())
            .replace("{{title}}", TITLE.in(locale))
            .replace("{{main}}", main);
    return new OpenAnswer(status, "text/html", html, HEADERS);
  }

  String unknown() {
    return "<p role=\"alert\">" + UNKNOWN.in(locale) + "</p>";
  }

  String test() {
    return "<p role=\"status\">" + TEST.in(locale) + "</p>";
  }

  String later() {
    return "<p role=\"alert\">" + LATER.in(locale) + "</p>";
  }

  /// @param click names this showing, so that a form sent twice counts once
  /// @param done what was just stored
  String choices(String click, Optional<Wish> done) {
    StringBuilder html = new StringBuilder();
    done.ifPresent(
        wish -> html.append("<p role=\"status\">").append(wish.done().in(locale)).append("</p>"));
    html.append("<h2>")
        .append(ASK.in(locale))
        .append("</h2>")
        .append("<form method=\"post\" action=\"?t=")
        .append(token)
        .append("&amp;lang=")
        .append(locale.getLanguage())
        .append("\">")
        .append("<input type=\"hidden\" name=\"click\" value=\"")
        .append(click)
        .append("\">");
    for (Wish wish : Wish.values()) {
      html.append("<button name=\"wish\" value=\"")
          .append(wish.sent())
          .append("\">")
          .append(wish.button().in(locale))
          .append("</button>");
    }
    return html.append("</form>").append(other()).toString();
  }

  private String other() {
    boolean zh = locale.getLanguage().equals("zh");
    return "<p><a hreflang=\"%1$s\" lang=\"%1$s\" href=\"?t=%2$s&amp;lang=%1$s\">%3$s</a></p>"
        .formatted(zh ? "en" : "zh", token, zh ? "English" : "中文");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException("unreadable resource " + name, e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
