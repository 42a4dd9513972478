package org.marquetry.channel.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.channel.mail.MailOptions.Security;
import org.marquetry.channel.spi.Channel;
import org.marquetry.lib.mime.Sender;
import org.marquetry.platform.time.DrivenClock;

/// The real channel, as its component is, to a server on this machine.
public record OpenChannel(MailServer server, Channel channel) implements AutoCloseable {
  public static OpenChannel to(int port, int connections, Sender sender, UnsubscribeLinks links) {
    MailServer server =
        new MailServer(
            new MailOptions(
                "127.0.0.1",
                port,
                Security.NONE,
                "",
                "",
                sender,
                sender.address(),
                connections,
                0,
                Duration.ofSeconds(60)),
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            InstantSource.system(),
            new DrivenClock(Instant.EPOCH), // no speed limit: timers only end idle connections
            Duration.ofSeconds(4));
    return new OpenChannel(server, new MailChannel(server, links, InstantSource.system()));
  }

  @Override
  public void close() {
    server.close();
  }
}
