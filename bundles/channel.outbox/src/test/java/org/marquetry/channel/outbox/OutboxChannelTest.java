package org.marquetry.channel.outbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.api.SendOutcome.AlreadySent;
import org.marquetry.channel.api.SendOutcome.Failed;
import org.marquetry.channel.api.SendOutcome.Sent;
import org.marquetry.channel.preferences.Links;
import org.marquetry.lib.mime.Sender;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;

class OutboxChannelTest {
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  private static final Sender SENDER = new Sender("小店", "shop@shop.example");
  private static final Message MESSAGE =
      new Message(
          "c-1@example.invalid",
          "zh-CN",
          "好久不见：为您挑选的红色连衣裙，以及一份给老朋友的小小心意，期待您的光临",
          "您好\n红色连衣裙\n退订: " + Message.UNSUBSCRIBE,
          "<html><body>红色 & more <a href=\"" + Message.UNSUBSCRIBE + "\">退订</a></body></html>");

  @TempDir Path folder;
  @TempDir Path home;

  @Test
  void aMailProgramReadsWhatWasWritten() throws Exception {
    OutboxChannel channel = open();
    Sent sent = assertInstanceOf(Sent.class, channel.send(permit("c-1", true), MESSAGE));
    byte[] bytes = Files.readAllBytes(Path.of(sent.where()));
    MimeMessage mail = new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
    assertEquals(MESSAGE.subject(), mail.getSubject());
    assertEquals("小店", ((InternetAddress) mail.getFrom()[0]).getPersonal());
    assertEquals("c-1@example.invalid", mail.getAllRecipients()[0].toString());
    assertEquals(Date.from(AT), mail.getSentDate());
    assertEquals(sent.messageId(), mail.getMessageID());
    assertArrayEquals(new String[] {"yes"}, mail.getHeader("X-Marquetry-Preview"));
    assertArrayEquals(
        new String[] {"List-Unsubscribe=One-Click"}, mail.getHeader("List-Unsubscribe-Post"));
    String link = mail.getHeader("List-Unsubscribe", null);
    assertTrue(link.startsWith("<https://shop.example/open/preferences?t="), link);
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertTrue(parts.getContentType().startsWith("multipart/alternative"));
    String text = (String) parts.getBodyPart(0).getContent();
    String html = (String) parts.getBodyPart(1).getContent();
    assertTrue(text.contains("红色连衣裙"), text);
    String address = link.substring(1, link.length() - 1);
    assertTrue(text.contains(address) && html.contains(address), "the link stands in both bodies");
    assertTrue(parts.getBodyPart(1).getContentType().startsWith("text/html"));
    for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
      assertTrue(line.length() <= 998 && line.chars().allMatch(c -> c < 128), line);
    }
    channel.close();
  }

  @Test
  void oneClickIsPromisedOnlyWhereItWorks() throws Exception {
    OutboxChannel channel = new OutboxChannel(folder, SENDER, Links.in(home, ""));
    Sent sent = assertInstanceOf(Sent.class, channel.send(permit("c-1", true), MESSAGE));
    String mail = Files.readString(Path.of(sent.where()));
    assertTrue(mail.contains("List-Unsubscribe: <https://shop.invalid/"), "nothing listens");
    channel.close();
    Files.createDirectories(home.resolve("run"));
    Files.writeString(home.resolve("run/token"), "x");
    Files.writeString(home.resolve("run/address"), "http://127.0.0.1:8080\n");
    OutboxChannel local = new OutboxChannel(folder, SENDER, Links.in(home, ""));
    sent = assertInstanceOf(Sent.class, local.send(permit("c-2", true), MESSAGE));
    mail = Files.readString(Path.of(sent.where()));
    assertTrue(mail.contains("http://127.0.0.1:8080/open/preferences?t="), mail);
    assertFalse(mail.contains("List-Unsubscribe-Post"), "RFC 8058 wants https");
    local.close();
  }

  @Test
  void aRealSendCarriesNoPreviewMark() throws Exception {
    OutboxChannel channel = open();
    Sent sent = assertInstanceOf(Sent.class, channel.send(permit("c-1", false), MESSAGE));
    String mail = Files.readString(Path.of(sent.where()));
    assertFalse(mail.contains("X-Marquetry-Preview"));
    channel.close();
  }

  @Test
  void theSameMessageIsWrittenOnceAlsoAfterARestartAndWhenItsFileIsGone() throws Exception {
    OutboxChannel first = open();
    Sent sent = assertInstanceOf(Sent.class, first.send(permit("c-1", true), MESSAGE));
    assertInstanceOf(AlreadySent.class, first.send(permit("c-1", true), MESSAGE));
    first.close();
    OutboxChannel second = open();
    assertInstanceOf(AlreadySent.class, second.send(permit("c-1", true), MESSAGE));
    second.close();
    Files.delete(Path.of(sent.where()));
    OutboxChannel third = open();
    assertInstanceOf(AlreadySent.class, third.send(permit("c-1", true), MESSAGE));
    assertInstanceOf(Sent.class, third.send(permit("c-2", true), MESSAGE));
    third.close();
  }

  /// Every state a crash can leave behind: half a file, a file without its ledger line, half a
  /// ledger line.
  @Test
  void whatACrashLeavesIsMendedWithoutASecondMail() throws Exception {
    OutboxChannel first = open();
    Sent sent = assertInstanceOf(Sent.class, first.send(permit("c-1", true), MESSAGE));
    Path mail = Path.of(sent.where());
    first.close();
    byte[] whole = Files.readAllBytes(mail);
    String ledger = Files.readString(folder.resolve("ledger"));

    Files.writeString(folder.resolve("ledger"), ledger.substring(0, 11));
    OutboxChannel second = open();
    assertInstanceOf(AlreadySent.class, second.send(permit("c-1", true), MESSAGE));
    second.close();
    assertEquals(ledger, Files.readString(folder.resolve("ledger")));

    Files.writeString(folder.resolve("ledger"), "");
    Files.delete(mail);
    Files.write(mail.resolveSibling(mail.getFileName() + ".part"), new byte[] {1, 2, 3});
    OutboxChannel third = open();
    assertInstanceOf(Sent.class, third.send(permit("c-1", true), MESSAGE));
    third.close();
    assertArrayEquals(whole, Files.readAllBytes(mail));
    try (var files = Files.list(mail.getParent())) {
      assertEquals(List.of(mail), files.toList());
    }
  }

  @Test
  void oneBadAddressFailsAlone() throws Exception {
    OutboxChannel channel = open();
    Message bad = new Message("not an address", "en", "s", MESSAGE.text(), MESSAGE.html());
    Failed failed = assertInstanceOf(Failed.class, channel.send(permit("c-3", true), bad));
    assertFalse(failed.detail().contains("not an address"), "addresses stay out of details");
    SendOutcome next = channel.send(permit("c-4", true), MESSAGE);
    assertInstanceOf(Sent.class, next);
    channel.close();
  }

  @Test
  void namesThatAreNoFileNamesStayInTheFolder() throws Exception {
    OutboxChannel channel = open();
    Permit odd = Permits.of("../../etc", "a/b", "..\\x/客", AT, true);
    Sent sent = assertInstanceOf(Sent.class, channel.send(odd, MESSAGE));
    assertTrue(Path.of(sent.where()).normalize().startsWith(folder));
    channel.close();
  }

  @Test
  void nobodyElseMakesAPermit() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Permit.mint(
                    MethodHandles.lookup(),
                    new CampaignId("c"),
                    "first",
                    new CustomerId("1"),
                    Permit.MARKETING,
                    AT,
                    false));
    assertTrue(e.toString().contains("only org.marquetry.campaign.policy"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Permit.mint(
                MethodHandles.lookup().in(Permits.class),
                new CampaignId("c"),
                "first",
                new CustomerId("1"),
                Permit.MARKETING,
                AT,
                false));
  }

  private OutboxChannel open() throws IOException {
    return new OutboxChannel(folder, SENDER, Links.in(home, "https://shop.example"));
  }

  private static Permit permit(String customer, boolean preview) {
    return Permits.of("win-back", "first", customer, AT, preview);
  }
}
