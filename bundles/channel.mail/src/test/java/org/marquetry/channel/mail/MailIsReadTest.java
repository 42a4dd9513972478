package org.marquetry.channel.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.api.SendOutcome.Later;
import org.marquetry.channel.api.SendOutcome.Sent;
import org.marquetry.channel.mail.MailOptions.Security;
import org.marquetry.channel.preferences.Links;
import org.marquetry.lib.mime.Sender;

/// Mails as a mail server that others wrote takes them.
@Timeout(60)
final class MailIsReadTest {
  @TempDir Path home;
  private GreenMail mailbox;

  @BeforeEach
  void start() {
    mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mailbox.start();
  }

  @AfterEach
  void stop() {
    mailbox.stop();
  }

  private int port() {
    return mailbox.getSmtp().getPort();
  }

  @Test
  void bothPartsAndAllHeadersArrive() throws Exception {
    try (Desk desk = new Desk(home, Desk.options(port(), 1))) {
      Sent sent = assertInstanceOf(Sent.class, desk.send("anna@example.test"));
      MimeMessage mail = mailbox.getReceivedMessages()[0];
      assertEquals("好久不见", mail.getSubject());
      InternetAddress from = (InternetAddress) mail.getFrom()[0];
      assertEquals("小店 shop@shop.example", from.getPersonal() + " " + from.getAddress());
      assertEquals("anna@example.test", mail.getAllRecipients()[0].toString());
      assertEquals(sent.messageId(), mail.getMessageID());
      assertEquals(Date.from(Desk.AT), mail.getSentDate());
      assertArrayEquals(
          new String[] {"List-Unsubscribe=One-Click"}, mail.getHeader("List-Unsubscribe-Post"));
      String link = mail.getHeader("List-Unsubscribe", null);
      assertTrue(link.startsWith("<https://news.shop.example/open/preferences?t="), link);
      String address = link.substring(1, link.length() - 1);
      var message = Links.in(home, "").read(address).orElseThrow();
      assertEquals("c of anna@example.test", message.customer().value());
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      String text = (String) parts.getBodyPart(0).getContent();
      assertTrue(text.contains("\r\n.一个点\r\n") && text.contains(address), text);
      assertTrue(((String) parts.getBodyPart(1).getContent()).contains(address));
    }
  }

  @Test
  void manyAtOnceAreEachSentOnce() {
    try (Desk desk = new Desk(home, Desk.options(port(), 4))) {
      CompletableFuture<?>[] all =
          IntStream.range(0, 4)
              .mapToObj(t ->
                  CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 50; i++) {
                      assertInstanceOf(Sent.class, desk.send(t + "-" + i + "@example.test"));
                    }
                  }))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(all).join();
      MimeMessage[] mails = mailbox.getReceivedMessages();
      assertEquals(200, mails.length);
      assertEquals(200, Arrays.stream(mails).map(MailIsReadTest::id).distinct().count());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLogInThatTheServerRefusesSendsNothing() throws Exception {
    mailbox.setUser("shop@shop.example", "shop", "right");
    for (String password : new String[] {"wrong", "right"}) {
      MailOptions options =
          new MailOptions(
              "127.0.0.1",
              port(),
              Security.NONE,
              "shop",
              password,
              new Sender("", "shop@shop.example"),
              "shop@shop.example",
              1,
              0,
              Duration.ofSeconds(5));
      try (Desk desk = new Desk(home, options)) {
        SendOutcome outcome = desk.send("anna@example.test");
        if (password.equals("right")) {
          assertInstanceOf(Sent.class, outcome);
        } else {
          Later later = assertInstanceOf(Later.class, outcome);
          assertTrue(later.detail().contains("AuthenticationFailed"), later.detail());
        }
      }
    }
    assertEquals(1, mailbox.getReceivedMessages().length);
  }
}
