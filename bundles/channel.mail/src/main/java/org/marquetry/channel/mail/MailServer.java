package org.marquetry.channel.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mail server and the connections kept to it. A server that cannot be reached is asked again
/// only after a while, and is a state, not a flood of warnings.
@Component(
    service = MailServer.class,
    configurationPid = "org.marquetry.channel.mail",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MailConfig.class)
public final class MailServer {
  /// How long a caller waits for a connection that is free, and keeps the speed.
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final Duration DOWN = Duration.ofSeconds(10);
  private static final Duration WATCH = Duration.ofSeconds(5);
  private static final long IDLE_NANOS = Duration.ofSeconds(30).toNanos();

  private static final Logger log = LoggerFactory.getLogger(MailServer.class);

  private final MailOptions options;
  private final InstantSource clock;
  private final Timers timers;
  private final Duration patience;
  private final List<Lane> lanes;
  private final BlockingDeque<Lane> free = new LinkedBlockingDeque<>();
  private final Timers.Timer watch;
  private volatile Optional<Trouble> trouble = Optional.empty();
  private volatile boolean closed;

  /// Why nothing goes out.
  ///
  /// @param until trying earlier is in vain
  record Trouble(String why, Instant until) {}

  @Activate
  public MailServer(
      BundleContext context,
      @Reference InstantSource clock,
      @Reference Timers timers,
      MailConfig config) {
    this(
        MailOptions.from(config, Path.of(context.getProperty("marquetry.home"))),
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        clock,
        timers,
        PATIENCE);
    log.info("Mail goes to {}, {} connections", options, options.connections());
  }

  /// @param tls knows which certificates are trusted
  MailServer(
      MailOptions options,
      SSLSocketFactory tls,
      InstantSource clock,
      Timers timers,
      Duration patience) {
    this.options = options;
    this.clock = clock;
    this.timers = timers;
    this.patience = patience;
    lanes =
        Stream.generate(() -> new Lane(() -> Wire.open(options, tls)))
            .limit(options.connections())
            .toList();
    free.addAll(lanes);
    watch = Actor.SYSTEM.call(() -> timers.poll("channel.mail", WATCH, this::watch));
  }

  MailOptions options() {
    return options;
  }

  Optional<Trouble> trouble() {
    return trouble.filter(t -> clock.instant().isBefore(t.until()));
  }

  /// Hand one mail over, on a connection that is free or within some seconds will be.
  ///
  /// @param to an ASCII address
  /// @param mail ends with CR LF
  Handover hand(String to, byte[] mail) {
    Optional<Trouble> known = trouble();
    if (known.isPresent()) {
      return Handover.none(known.get().why());
    }
    Lane lane = take();
    if (lane == null) {
      return Handover.none("all connections are in use, or the speed limit holds them");
    }
    Instant start = clock.instant();
    try {
      Handover done = lane.hand(to, mail);
      trouble = Optional.empty();
      return done;
    } catch (IOException | MessagingException e) {
      String why = "no connection to " + options + ": " + Handover.words(e);
      if (!closed) {
        log.warn("Mail: {}", why);
      }
      trouble = Optional.of(new Trouble(why, clock.instant().plus(DOWN)));
      return Handover.none(why);
    } finally {
      giveBack(lane, start);
    }
  }

  private @Nullable Lane take() {
    try {
      return closed ? null : free.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /// At once or, where there is a speed limit, when the next message may go.
  private void giveBack(Lane lane, Instant start) {
    if (options.rate() == 0) {
      free.addFirst(lane);
      return;
    }
    Instant due = start.plusNanos((long) (1e9 / options.rate()));
    if (due.isAfter(clock.instant())) {
      Actor.SYSTEM.run(() -> timers.at("channel.mail", due, () -> free.addFirst(lane)));
    } else {
      free.addFirst(lane);
    }
  }

  /// Ends what hangs beyond every single answer's time, and what nobody used for a while.
  private void watch() {
    long stuck = options.answer().multipliedBy(8).toNanos();
    for (Lane lane : lanes) {
      if (lane.isStuck(stuck)) {
        lane.cut();
      } else if (lane.isIdle(IDLE_NANOS) && free.remove(lane)) {
        lane.end();
        free.addLast(lane);
      }
    }
  }

  @Deactivate
  void close() {
    closed = true;
    watch.cancel();
    for (Lane lane : lanes) {
      if (free.remove(lane)) {
        lane.end();
      }
      lane.close();
    }
  }
}
