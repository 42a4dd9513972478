package org.marquetry.channel.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.channel.spi.Channel;
import org.marquetry.tck.ChannelContract;

/// What every channel keeps, with a mail server of this test.
class MailContractTest extends ChannelContract {
  private static final int CONNECTIONS = 2;

  @TempDir Path home;

  private FaultyServer server;
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    server = FaultyServer.plain();
    desk = new Desk(home, Desk.options(server.port(), CONNECTIONS));
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
    server.close();
  }

  @Override
  protected Channel channel() {
    return desk.channel;
  }

  @Override
  protected int arrived() {
    return server.accepted.size();
  }

  @Override
  protected Optional<Channel> disconnected() throws IOException {
    server.close();
    return Optional.of(desk.channel);
  }
}
