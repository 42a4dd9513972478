package com.example.sample;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.channel.spi.Channel;
import org.marquetry.tck.ChannelContract;
import org.marquetry.tck.LocalOutbound;

/// What the suite demands of every channel, with a receiver that listens here.
class SampleTest extends ChannelContract {
  private Receiver receiver;
  private SampleHook hook;

  @BeforeEach
  void open() throws Exception {
    receiver = new Receiver();
    hook =
        new SampleHook(
            InstantSource.system(),
            LocalOutbound.make(),
            receiver.address(),
            Receiver.SECRET,
            Duration.ofSeconds(5));
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Override
  protected Channel channel() {
    return new SampleChannel(new Links(), hook, posted -> {});
  }

  @Override
  protected int arrived() {
    return receiver.ids().size();
  }

  @Override
  protected Optional<Channel> disconnected() {
    receiver.close();
    return Optional.of(channel());
  }

  private static final class Links implements UnsubscribeLinks {
    @Override
    public URI link(Permit permit, String channel) {
      return URI.create("https://shop.example/open/preferences?t=x");
    }

    @Override
    public Optional<UnsubscribeLinks.Message> read(String token) {
      return Optional.empty();
    }

    @Override
    public Optional<URI> address() {
      return Optional.empty();
    }
  }
}
