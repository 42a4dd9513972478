package org.marquetry.channel.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLSocketFactory;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.mail.MailOptions.Security;
import org.marquetry.channel.preferences.Links;
import org.marquetry.lib.mime.Sender;
import org.marquetry.platform.time.DrivenClock;

/// The channel as the contact policy sees it; the clock is driven.
final class Desk implements AutoCloseable {
  static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  static final String ADDRESS = "https://news.shop.example";

  final DrivenClock clock = new DrivenClock(AT);
  final MailServer server;
  final MailChannel channel;

  Desk(Path home, MailOptions options) throws IOException {
    this(home, options, (SSLSocketFactory) SSLSocketFactory.getDefault(), ADDRESS);
  }

  Desk(Path home, MailOptions options, SSLSocketFactory tls, String address) throws IOException {
    server = new MailServer(options, tls, clock, clock, Duration.ofMillis(200));
    channel = new MailChannel(server, Links.in(home, address), clock);
  }

  static MailOptions options(int port, int connections) {
    return options(port, connections, Security.NONE);
  }

  static MailOptions options(int port, int connections, Security security) {
    return new MailOptions(
        "127.0.0.1",
        port,
        security,
        "",
        "",
        new Sender("小店", "shop@shop.example"),
        "bounces@shop.example",
        connections,
        0,
        Duration.ofSeconds(1));
  }

  /// Send the same words to somebody.
  SendOutcome send(String to) {
    return channel.send(Permits.of("spring", "first", "c of " + to, AT, false), message(to));
  }

  static Message message(String to) {
    return new Message(
        to,
        "zh-CN",
        "好久不见",
        "您好\n.一个点\n退订: " + Message.UNSUBSCRIBE,
        "<html><body>您好 <a href=\"" + Message.UNSUBSCRIBE + "\">退订</a></body></html>");
  }

  @Override
  public void close() {
    server.close();
  }
}
