package org.marquetry.bench.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.marquetry.channel.api.Message;
import org.marquetry.lib.mime.Sender;

/// What anybody writes with Jakarta Mail: the same letters with the same headers, without links
/// that are signed, on transports that stay connected.
final class BareLoop implements Way {
  private final Session session;
  private final List<Transport> transports = new ArrayList<>();
  private final Sender sender;

  /// The sockets send at once (`TCP_NODELAY`), as those of our channel do: with Jakarta Mail's own
  /// ones each mail of more than one segment waits for an acknowledgement, 40 ms here.
  BareLoop(int port, int connections, Sender sender) throws MessagingException, IOException {
    this.sender = sender;
    Properties p = new Properties();
    p.put("mail.smtp.host", "127.0.0.1");
    p.put("mail.smtp.port", Integer.toString(port));
    session = Session.getInstance(p);
    for (int i = 0; i < connections; i++) {
      Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
      socket.setTcpNoDelay(true);
      SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
      transport.connect(socket);
      transports.add(transport);
    }
  }

  @Override
  public void send(int connection, String round, long n) throws Exception {
    Message letter = Letters.message(n);
    String link = "https://news.shop.example/open/preferences?t=" + round + n;
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress(sender.address(), sender.name(), "UTF-8"));
    Address[] to = {new InternetAddress(letter.to(), true)};
    mail.setRecipients(jakarta.mail.Message.RecipientType.TO, to);
    mail.setSubject(letter.subject(), "UTF-8");
    mail.setSentDate(Date.from(Letters.AT));
    mail.setHeader("Content-Language", letter.language());
    mail.setHeader("List-Unsubscribe", "<" + link + ">");
    mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    MimeMultipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(letter.text(), "plain", link));
    parts.addBodyPart(part(letter.html(), "html", link));
    mail.setContent(parts);
    mail.saveChanges();
    transports.get(connection).sendMessage(mail, to);
  }

  private static MimeBodyPart part(String text, String subtype, String link)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text.replace(Message.UNSUBSCRIBE, link), "UTF-8", subtype);
    return part;
  }

  @Override
  public void close() throws MessagingException {
    for (Transport transport : transports) {
      transport.close();
    }
  }
}
