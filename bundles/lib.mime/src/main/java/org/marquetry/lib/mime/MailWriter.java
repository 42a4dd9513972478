package org.marquetry.lib.mime;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Date;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;

/// Makes the bytes of a mail: text and HTML side by side, headers by RFC 5322, 2047, 2369 and 8058.
/// The same permit, message and link make the same bytes. Safe for many threads.
public final class MailWriter {
  private final Sender sender;

  public MailWriter(Sender sender) {
    this.sender = sender;
  }

  /// The id in the mail's own header, with its brackets; it follows from campaign, step and person.
  public String messageId(MessageKey key) {
    return "<" + key.hash() + "@" + sender.domain() + ">";
  }

  /// Write a mail: ASCII, lines that end with CR LF.
  ///
  /// @param link ends messages of this kind; one click does it (RFC 8058) where it is `https:`
  /// @throws MessagingException if an address is none
  public byte[] write(Permit permit, Message message, URI link)
      throws MessagingException, IOException {
    try (var _ = MailClasses.use()) {
      return bytes(permit, message, link);
    }
  }

  private byte[] bytes(Permit permit, Message message, URI link)
      throws MessagingException, IOException {
    MessageKey key = MessageKey.of(permit);
    MimeMessage mail = new WithId(messageId(key));
    mail.setFrom(new InternetAddress(sender.address(), sender.name(), "UTF-8"));
    mail.setRecipient(RecipientType.TO, new InternetAddress(message.to(), true));
    mail.setSubject(message.subject(), "UTF-8");
    mail.setSentDate(Date.from(permit.at()));
    mail.setHeader("Content-Language", message.language());
    mail.setHeader("List-Unsubscribe", "<" + link + ">");
    if ("https".equals(link.getScheme())) {
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    if (permit.preview()) {
      mail.setHeader("X-Marquetry-Preview", "yes");
    }
    MimeMultipart parts = new Alternative("=_" + key.hash());
    parts.addBodyPart(part(message.text(), "plain", link.toString()));
    parts.addBodyPart(part(message.html(), "html", link.toString().replace("&", "&amp;")));
    mail.setContent(parts);
    mail.saveChanges();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out);
    return out.toByteArray();
  }

  private static MimeBodyPart part(String text, String subtype, String link)
      throws MessagingException {
    String filled = text.replace(Message.UNSUBSCRIBE, link);
    Body body = Body.of(filled.replace("\r\n", "\n").replace("\n", "\r\n"));
    InternetHeaders headers = new InternetHeaders();
    headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
    headers.setHeader("Content-Transfer-Encoding", body.encoding());
    return new MimeBodyPart(headers, body.bytes());
  }

  /// A message that keeps the id it is given.
  private static final class WithId extends MimeMessage {
    private final String id;

    WithId(String id) {
      super((Session) null);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /// Alternatives with a boundary that stays the same.
  private static final class Alternative extends MimeMultipart {
    Alternative(String boundary) {
      super("alternative");
      ParameterList parameters = new ParameterList();
      parameters.set("boundary", boundary);
      contentType = new ContentType("multipart", "alternative", parameters).toString();
    }
  }
}
