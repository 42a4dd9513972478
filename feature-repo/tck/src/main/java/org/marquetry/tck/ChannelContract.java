package org.marquetry.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.api.SendOutcome.AlreadySent;
import org.marquetry.channel.api.SendOutcome.Failed;
import org.marquetry.channel.api.SendOutcome.Later;
import org.marquetry.channel.api.SendOutcome.Sent;
import org.marquetry.channel.api.SendOutcome.Unknown;
import org.marquetry.channel.spi.Channel;

/// What every channel keeps. The receiver at the other end is the test's own.
public abstract class ChannelContract {
  private static final int EACH = 10;
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

  /// For the test that extends this.
  protected ChannelContract() {}

  /// The channel, connected to a receiver that takes everything; the same one within a test.
  protected abstract Channel channel() throws Exception;

  /// How many messages have arrived at the receiver.
  protected abstract int arrived() throws Exception;

  /// An address that the receiver takes, in the channel's own form.
  ///
  /// @param number another address for another number
  protected String address(int number) {
    return "c-" + number + "@example.invalid";
  }

  /// A channel whose receiver does not answer; empty when that cannot be.
  protected Optional<Channel> disconnected() throws Exception {
    return Optional.empty();
  }

  @Test
  void itsNameIsAWordThatStays() throws Exception {
    String name = channel().name();
    assertTrue(name.matches("[a-z][a-z0-9-]{0,39}"), name);
    assertEquals(name, channel().name());
    assertTrue(channel().connections() >= 1, "connections " + channel().connections());
  }

  @Test
  void aMessageArrivesOnceAndHasAnId() throws Exception {
    Sent sent = assertInstanceOf(Sent.class, send(channel(), 1));
    assertFalse(sent.messageId().isBlank(), "no id by which the receiver's log can tell");
    assertEquals(1, arrived());
  }

  @Test
  void theSameMessageNeverArrivesTwiceWhenTheChannelSaysThatItHadGone() throws Exception {
    Sent first = assertInstanceOf(Sent.class, send(channel(), 1));
    if (send(channel(), 1) instanceof AlreadySent again) {
      assertEquals(first.messageId(), again.messageId());
      assertEquals(1, arrived());
    }
  }

  @Test
  void differentMessagesHaveDifferentIds() throws Exception {
    Sent one = assertInstanceOf(Sent.class, send(channel(), 1));
    Sent two = assertInstanceOf(Sent.class, send(channel(), 2));
    assertFalse(one.messageId().equals(two.messageId()), one.messageId());
    assertEquals(2, arrived());
  }

  @Test
  void aPreviewNeverLeavesThisMachine() throws Exception {
    Assumptions.assumeTrue(channel().leaves(), "it keeps everything on this machine");
    SendOutcome outcome = channel().send(permit(1, true), message(address(1)));
    assertFalse(outcome instanceof Sent, outcome.toString());
    assertEquals(0, arrived());
  }

  @Test
  void anAddressThatIsNoneIsAnOutcomeAndNotToldToTheLog() throws Exception {
    String odd = "no <address> at all";
    SendOutcome outcome = channel().send(permit(1, false), message(odd));
    assertFalse(outcome.toString().contains(odd), "an outcome names an address: " + outcome);
  }

  @Test
  void aReceiverThatIsAwayIsAnOutcome() throws Exception {
    Optional<Channel> away = disconnected();
    Assumptions.assumeTrue(away.isPresent(), "it has no receiver that may be away");
    SendOutcome outcome = send(away.get(), 1);
    String detail =
        switch (outcome) {
          case Failed failed -> failed.code() + failed.detail();
          case Later later -> later.code() + later.detail();
          case Unknown unknown -> unknown.code() + unknown.detail();
          case Sent _, AlreadySent _ -> throw new AssertionError("nobody was there: " + outcome);
        };
    assertTrue(detail.length() > 10, "an operator needs to know what to do: " + detail);
    assertFalse(detail.contains(address(1)), detail);
  }

  @Test
  void manyCallersAreServedAtOnce() throws Exception {
    Channel channel = channel();
    int callers = Math.min(8, channel.connections() + 1);
    Set<String> ids = new HashSet<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
      List<Callable<SendOutcome>> calls =
          IntStream.range(0, callers * EACH)
              .mapToObj(i -> (Callable<SendOutcome>) () -> send(channel, i))
              .toList();
      for (Future<SendOutcome> call : pool.invokeAll(calls)) {
        ids.add(assertInstanceOf(Sent.class, call.get()).messageId());
      }
    }
    assertEquals(callers * EACH, ids.size());
    assertEquals(callers * EACH, arrived());
  }

  private SendOutcome send(Channel channel, int number) {
    return channel.send(permit(number, false), message(address(number)));
  }

  private static Permit permit(int number, boolean preview) {
    return Permits.of("spring", "first", "c-" + number, AT, preview);
  }

  private static Message message(String to) {
    return new Message(
        to,
        "zh-CN",
        "好久不见",
        "您好\n" + Message.UNSUBSCRIBE,
        "<html><body><a href=\"" + Message.UNSUBSCRIBE + "\">退订</a></body></html>");
  }
}
