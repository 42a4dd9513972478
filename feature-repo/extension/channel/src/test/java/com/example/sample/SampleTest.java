package com.example.sample;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.channel.spi.Channel;
import org.marquetry.tck.ChannelContract;

/// What the suite demands of every channel, with a receiver that listens here.
class SampleTest extends ChannelContract {
  private final AtomicInteger arrived = new AtomicInteger();
  private HttpServer receiver;
  private SampleChannel channel;

  @BeforeEach
  void open() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          arrived.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    channel = channel(receiver.getAddress().getPort());
  }

  @AfterEach
  void close() {
    channel.close();
    receiver.stop(0);
  }

  private static SampleChannel channel(int port) {
    return new SampleChannel(
        new Links(), "http://127.0.0.1:" + port + "/messages", Duration.ofSeconds(5));
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected int arrived() {
    return arrived.get();
  }

  @Override
  protected Optional<Channel> disconnected() {
    receiver.stop(0);
    return Optional.of(channel);
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
