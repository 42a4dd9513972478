package org.marquetry.channel.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.channel.preferences.Links;
import org.marquetry.channel.spi.Channel;
import org.marquetry.lib.mime.Sender;
import org.marquetry.tck.ChannelContract;

class OutboxContractTest extends ChannelContract {
  @TempDir Path folder;
  @TempDir Path home;

  private OutboxChannel channel;

  @BeforeEach
  void open() throws IOException {
    channel =
        new OutboxChannel(
            folder,
            new Sender("Shop", "shop@shop.example"),
            Links.in(home, "https://shop.example"));
  }

  @AfterEach
  void close() throws IOException {
    channel.close();
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected int arrived() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return (int) files.filter(f -> f.toString().endsWith(".eml")).count();
    }
  }
}
