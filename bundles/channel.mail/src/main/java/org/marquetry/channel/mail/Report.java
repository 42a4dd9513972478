package org.marquetry.channel.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.mime.MailClasses;

/// What a server tells about a mail: that it could not be delivered (RFC 3464), or that the reader
/// complained (RFC 5965). Whose mail it was says the signed link in the headers that come along.
///
/// @param status RFC 3463, for example `5.1.1`; of a complaint its kind, for example `abuse`
/// @param link as it stands in `List-Unsubscribe`
record Report(Kind kind, String status, String link) {
  /// What is told.
  enum Kind {
    /// It will never be delivered.
    BOUNCED,
    /// It was given up, but the address may work again.
    BOUNCED_FOR_NOW,
    COMPLAINED
  }

  private static final Pattern ACTION = field("Action", "([a-z]+)");
  private static final Pattern STATUS = field("Status", "(\\d\\.\\d{1,3}\\.\\d{1,3})");
  private static final Pattern FEEDBACK = field("Feedback-Type", "([a-z-]+)");
  private static final int MOST_PARTS = 20;
  private static final int MOST_BYTES = 64 << 10;

  private static Pattern field(String name, String value) {
    return Pattern.compile("(?im)^" + name + ":\\s*" + value);
  }

  /// @return empty when it is none, or of a mail that bears no link
  static Optional<Report> read(byte[] mail) {
    try (var _ = MailClasses.use()) {
      MimeMessage message = new MimeMessage((Session) null, new ByteArrayInputStream(mail));
      return message.isMimeType("multipart/report")
          ? read(new MimeMultipart(message.getDataHandler().getDataSource()))
          : Optional.empty();
    } catch (MessagingException | IOException notAMail) {
      return Optional.empty();
    }
  }

  private static Optional<Report> read(MimeMultipart parts) throws MessagingException, IOException {
    String told = "";
    String link = null;
    boolean complaint = false;
    for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")
          || part.isMimeType("message/global-delivery-status")) {
        told = text(part);
      } else if (part.isMimeType("message/feedback-report")) {
        complaint = true;
        told = text(part);
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        link = new InternetHeaders(part.getInputStream()).getHeader("List-Unsubscribe", null);
      }
    }
    return complaint ? complaint(told, link) : bounce(told, link);
  }

  private static Optional<Report> complaint(String told, @Nullable String link) {
    String kind = value(FEEDBACK, told);
    return link == null || kind.isEmpty() || kind.equals("not-spam")
        ? Optional.empty()
        : Optional.of(new Report(Kind.COMPLAINED, kind, link));
  }

  private static Optional<Report> bounce(String told, @Nullable String link) {
    String action = value(ACTION, told);
    String status = value(STATUS, told);
    if (link == null || !action.equals("failed")) { // delivered, or still being tried
      return Optional.empty();
    }
    Kind kind = status.startsWith("5") ? Kind.BOUNCED : Kind.BOUNCED_FOR_NOW;
    return Optional.of(new Report(kind, status, link));
  }

  private static String value(Pattern field, String text) {
    Matcher m = field.matcher(text);
    return m.find() ? m.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static String text(BodyPart part) throws MessagingException, IOException {
    return new String(part.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
  }
}
