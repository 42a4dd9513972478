package org.marquetry.channel.outbox;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;

/// Makes the bytes of a mail: text and HTML side by side, headers by RFC 5322, 2047, 2369 and 8058.
/// The same permit and message make the same bytes.
final class MailWriter {
  private final Sender sender;
  private final LinkSigner signer;

  MailWriter(Sender sender, LinkSigner signer) {
    this.sender = sender;
    this.signer = signer;
  }

  String messageId(MessageKey key) {
    return "<" + key.hash() + "@" + sender.domain() + ">";
  }

  /// @throws MessagingException if an address is none
  byte[] write(Permit permit, Message message, MessageKey key)
      throws MessagingException, IOException {
    // Mail looks for its parts through the thread's class loader.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Session.class.getClassLoader());
    try {
      return bytes(permit, message, key);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private byte[] bytes(Permit permit, Message message, MessageKey key)
      throws MessagingException, IOException {
    URI link = signer.link(sender.unsubscribe(), permit);
    MimeMessage mail = new WithId(messageId(key));
    mail.setFrom(new InternetAddress(sender.address(), sender.name(), "UTF-8"));
    mail.setRecipient(RecipientType.TO, new InternetAddress(message.to(), true));
    mail.setSubject(message.subject(), "UTF-8");
    mail.setSentDate(Date.from(permit.at()));
    mail.setHeader("Content-Language", message.language());
    mail.setHeader("List-Unsubscribe", "<" + link + ">");
    mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
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
    MimeBodyPart part = new MimeBodyPart();
    String filled = text.replace(Message.UNSUBSCRIBE, link);
    part.setText(
        filled.replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_8.name(), subtype);
    return part;
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
