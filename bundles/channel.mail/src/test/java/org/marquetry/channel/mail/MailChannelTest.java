package org.marquetry.channel.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.api.SendOutcome.Failed;
import org.marquetry.channel.api.SendOutcome.Later;
import org.marquetry.channel.api.SendOutcome.Sent;
import org.marquetry.channel.api.SendOutcome.Unknown;
import org.marquetry.channel.mail.MailOptions.Security;

/// Each fault of a server hits the one message, and the outcome says exactly what is known.
@Timeout(60)
final class MailChannelTest {
  @TempDir Path home;

  @Test
  void aRecipientThatIsRefusedIsRefusedAloneOnTheSameConnection() throws IOException {
    try (FaultyServer server = FaultyServer.plain();
        Desk desk = new Desk(home, Desk.options(server.port(), 1))) {
      assertSent(desk.send("a@x.test"));
      Later full = assertInstanceOf(Later.class, desk.send("full@x.test"));
      assertEquals("mail.refused-450", full.code());
      assertEquals(Desk.AT.plus(Duration.ofMinutes(5)), full.notBefore());
      Failed gone = assertInstanceOf(Failed.class, desk.send("gone@x.test"));
      assertEquals("mail.refused-550", gone.code());
      assertTrue(gone.detail().endsWith("status 5.1.1"), gone.detail());
      assertFalse(gone.detail().contains("gone@"), "addresses stay out of details");
      assertEquals(
          "mail.refused-451", assertInstanceOf(Later.class, desk.send("later@x.test")).code());
      assertEquals(
          "mail.refused-554", assertInstanceOf(Failed.class, desk.send("spam@x.test")).code());
      assertSent(desk.send("b@x.test"));
      assertEquals(List.of("a@x.test", "b@x.test"), server.accepted);
      assertEquals(1, server.connections.get());
    }
  }

  @Test
  void cutAfterTheDotIsUnknownAndIsNotSentAgain() throws IOException {
    try (FaultyServer server = FaultyServer.plain();
        Desk desk = new Desk(home, Desk.options(server.port(), 1))) {
      assertSent(desk.send("a@x.test"));
      Unknown cut = assertInstanceOf(Unknown.class, desk.send("cut-after@x.test"));
      assertTrue(cut.messageId().endsWith("@shop.example>"), cut.messageId());
      assertSent(desk.send("b@x.test"));
      assertEquals(List.of("a@x.test", "b@x.test"), server.accepted);
      assertEquals(2, server.connections.get());
    }
  }

  @Test
  void cutBeforeTheDotIsCertainlyNotSent() throws IOException {
    try (FaultyServer server = FaultyServer.plain();
        Desk desk = new Desk(home, Desk.options(server.port(), 1))) {
      // so long that it cannot all lie in a buffer when the server goes away
      var letter = Desk.message("cut-before@x.test");
      var longer =
          new org.marquetry.channel.api.Message(
              letter.to(),
              letter.language(),
              letter.subject(),
              letter.text() + "\n0123456789".repeat(1_000_000),
              letter.html());
      SendOutcome cut =
          desk.channel.send(Permits.of("spring", "first", "c", Desk.AT, false), longer);
      assertEquals("mail.no-connection", assertInstanceOf(Later.class, cut).code());
      Later closing = assertInstanceOf(Later.class, desk.send("closing@x.test"));
      assertEquals("mail.refused-421", closing.code());
      assertSent(desk.send("b@x.test"));
      assertEquals(List.of("b@x.test"), server.accepted);
    }
  }

  @Test
  void aServerThatStallsHoldsOneConnectionAndTheOthersGoOn() throws Exception {
    try (FaultyServer server = FaultyServer.plain();
        Desk desk = new Desk(home, Desk.options(server.port(), 2))) {
      CompletableFuture<SendOutcome> stalled =
          CompletableFuture.supplyAsync(() -> desk.send("stall@x.test"));
      server.stalled.await();
      for (int i = 0; i < 20; i++) {
        assertSent(desk.send(i + "@x.test"));
      }
      assertInstanceOf(Unknown.class, stalled.get(10, TimeUnit.SECONDS));
      assertEquals(20, server.accepted.size());
    }
  }

  @Test
  void aStopTakesEffectAtOnceAlsoInTheMiddleOfAMessage() throws Exception {
    try (FaultyServer server = FaultyServer.plain();
        Desk desk =
            new Desk(
                home,
                new MailOptions(
                    "127.0.0.1",
                    server.port(),
                    Security.NONE,
                    "",
                    "",
                    Desk.options(1, 1).sender(),
                    "b@shop.example",
                    1,
                    0,
                    Duration.ofMinutes(10)))) {
      CompletableFuture<SendOutcome> stalled =
          CompletableFuture.supplyAsync(() -> desk.send("stall@x.test"));
      server.stalled.await();
      desk.server.close();
      assertInstanceOf(Unknown.class, stalled.get(5, TimeUnit.SECONDS));
      assertInstanceOf(Later.class, desk.send("a@x.test"));
      assertEquals(List.of(), server.accepted);
    }
  }

  @Test
  void aConnectionThatTheServerClosedWhileIdleIsOpenedAgain() throws IOException {
    try (FaultyServer server = FaultyServer.plain();
        Desk desk = new Desk(home, Desk.options(server.port(), 1))) {
      assertSent(desk.send("a@x.test"));
      server.tireOfWaiting();
      assertSent(desk.send("b@x.test"));
      assertEquals(List.of("a@x.test", "b@x.test"), server.accepted);
      assertEquals(2, server.connections.get());
    }
  }

  @Test
  void aServerThatIsNotThereIsAskedAgainAfterAWhile() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Desk desk = new Desk(home, Desk.options(port, 1))) {
      Later first = assertInstanceOf(Later.class, desk.send("a@x.test"));
      assertEquals("mail.no-connection", first.code());
      assertEquals(Desk.AT.plusSeconds(10), first.notBefore());
      assertTrue(desk.server.trouble().orElseThrow().why().contains("127.0.0.1:" + port));
      try (FaultyServer server = FaultyServer.at(port)) {
        assertInstanceOf(Later.class, desk.send("a@x.test"));
        assertEquals(0, server.connections.get(), "not so soon");
        desk.clock.advanceTo(Desk.AT.plusSeconds(10));
        assertSent(desk.send("a@x.test"));
        assertTrue(desk.server.trouble().isEmpty());
      }
    }
  }

  @Test
  void onlyAServerWhoseCertificateIsTrustedAndItsOwnGetsAMail() throws Exception {
    SSLContext known = Certificates.selfSigned(home, "ip:127.0.0.1");
    SSLContext other = Certificates.selfSigned(home, "dns:other.example");
    for (Security security : List.of(Security.STARTTLS, Security.TLS)) {
      boolean atOnce = security == Security.TLS;
      try (FaultyServer server = FaultyServer.safe(known, atOnce);
          FaultyServer stranger = FaultyServer.safe(other, atOnce);
          Desk trusting = desk(server, security, known);
          Desk strict = new Desk(home, Desk.options(server.port(), 1, security));
          Desk deceived = desk(stranger, security, other)) {
        assertSent(trusting.send("a@x.test"));
        Later unknown = assertInstanceOf(Later.class, strict.send("b@x.test"));
        assertEquals("mail.no-connection", unknown.code());
        assertTrue(unknown.detail().contains("certification path"), unknown.detail());
        assertInstanceOf(Later.class, deceived.send("c@x.test"));
        assertEquals(List.of("a@x.test"), server.accepted);
        assertEquals(List.of(), stranger.accepted);
      }
    }
    try (FaultyServer open = FaultyServer.plain();
        Desk desk = desk(open, Security.STARTTLS, known)) {
      assertInstanceOf(Later.class, desk.send("a@x.test"), "no TLS is offered");
      assertEquals(List.of(), open.accepted);
    }
  }

  private Desk desk(FaultyServer server, Security security, SSLContext tls) throws IOException {
    SSLSocketFactory sockets = tls.getSocketFactory();
    return new Desk(home, Desk.options(server.port(), 1, security), sockets, Desk.ADDRESS);
  }

  @Test
  void theSpeedLimitHoldsEachConnection() throws IOException {
    try (FaultyServer server = FaultyServer.plain()) {
      MailOptions free = Desk.options(server.port(), 2);
      MailOptions limited =
          new MailOptions(
              free.host(),
              free.port(),
              free.security(),
              "",
              "",
              free.sender(),
              free.bounces(),
              2,
              2,
              free.answer());
      try (Desk desk = new Desk(home, limited)) {
        assertSent(desk.send("1@x.test"));
        assertSent(desk.send("2@x.test"));
        assertInstanceOf(Later.class, desk.send("3@x.test"));
        desk.clock.advanceTo(Desk.AT.plusMillis(499));
        assertInstanceOf(Later.class, desk.send("3@x.test"));
        desk.clock.advanceTo(Desk.AT.plusMillis(500));
        assertSent(desk.send("3@x.test"));
        assertSent(desk.send("4@x.test"));
        assertInstanceOf(Later.class, desk.send("5@x.test"));
        assertEquals(4, server.accepted.size());
      }
    }
  }

  @Test
  void whatMustNotLeaveDoesNot() throws IOException {
    try (FaultyServer server = FaultyServer.plain();
        Desk desk = new Desk(home, Desk.options(server.port(), 1));
        Desk local =
            new Desk(
                home,
                Desk.options(server.port(), 1),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                "")) {
      SendOutcome preview =
          desk.channel.send(
              Permits.of("spring", "first", "c", Desk.AT, true), Desk.message("a@x.test"));
      assertEquals("mail.preview", assertInstanceOf(Failed.class, preview).code());
      assertEquals(
          "mail.no-public-address", assertInstanceOf(Later.class, local.send("a@x.test")).code());
      for (String bad : List.of("nobody", "a b@x.test", "安娜@x.test", "a@x.test>,<b@x.test")) {
        Failed failed = assertInstanceOf(Failed.class, desk.send(bad), bad);
        assertEquals("mail.bad-address", failed.code());
      }
      assertEquals(0, server.connections.get());
    }
  }

  @Test
  void aMailOfTheSamePermitHasTheSameId() throws IOException {
    try (FaultyServer server = FaultyServer.plain();
        Desk desk = new Desk(home, Desk.options(server.port(), 1))) {
      String[] ids = {
        assertSent(desk.send("a@x.test")),
        assertSent(desk.send("a@x.test")),
        assertSent(desk.send("b@x.test"))
      };
      assertArrayEquals(
          new boolean[] {true, false},
          new boolean[] {ids[0].equals(ids[1]), ids[0].equals(ids[2])});
    }
  }

  private static String assertSent(SendOutcome outcome) {
    return assertInstanceOf(Sent.class, outcome, outcome::toString).messageId();
  }
}
