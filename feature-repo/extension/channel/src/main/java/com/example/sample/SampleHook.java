package com.example.sample;

import com.example.sample.SamplePosted.Result;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.platform.api.net.Outbound;
import org.marquetry.platform.api.net.OutboundAnswer;
import org.marquetry.platform.api.net.OutboundException;
import org.marquetry.platform.api.net.OutboundRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// Posts signed messages to the receiver that the settings name, and tries again within their
/// seconds. All attempts carry the same `webhook-id`, by which a receiver takes a message once.
@Component(service = SampleHook.class, configurationPid = "com.example.sample")
@Designate(ocd = SampleSettings.class)
public final class SampleHook {
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(200); // doubled each time
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int BUSY = 429;

  private final InstantSource clock;
  private final Outbound outbound;
  private final String address;
  private final String secret;
  private final Duration patience;

  @Activate
  public SampleHook(
      @Reference InstantSource clock, @Reference Outbound outbound, SampleSettings settings) {
    this(
        clock,
        outbound,
        settings.address(),
        settings._secret(),
        Duration.ofSeconds(settings.seconds()));
  }

  SampleHook(
      InstantSource clock, Outbound outbound, String address, String secret, Duration patience) {
    this.clock = clock;
    this.outbound = outbound;
    this.address = address;
    this.secret = secret;
    this.patience = patience;
  }

  /// Post a message.
  ///
  /// @param id the same for the same message
  /// @param type what happened, as `message.written`
  /// @param data a JSON object
  SamplePosted post(String id, String type, String data) {
    if (address.isBlank() || secret.isBlank()) {
      return refused("say address and secret in the settings first", 0);
    }
    try {
      SampleSignature signature = new SampleSignature(secret);
      Instant now = clock.instant();
      String body =
          "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}".formatted(type, now, data);
      String header = id.replaceAll("[^\\x21-\\x7e]", "_");
      return attempts(
          OutboundRequest.of("POST", URI.create(address.strip()))
              .header("Content-Type", "application/json")
              .header("webhook-id", header)
              .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
              .header("webhook-signature", signature.of(header, now.getEpochSecond(), body))
              .body(body));
    } catch (IllegalArgumentException e) {
      return refused(e.getMessage(), 0);
    }
  }

  private SamplePosted attempts(OutboundRequest request) {
    long end = System.nanoTime() + patience.toNanos();
    boolean cut = false; // an attempt that broke off may have arrived
    SamplePosted last = later("there was no time for an attempt", 0, AGAIN);
    for (int attempt = 1; attempt <= ATTEMPTS && System.nanoTime() < end; attempt++) {
      try {
        Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
        OutboundAnswer answer = outbound.send(request.timeout(left));
        last = read(answer, attempt);
        if (last.result() != Result.LATER || answer.header("Retry-After").isPresent()) {
          return last;
        }
      } catch (OutboundException e) {
        switch (e.reason()) {
          case REFUSED -> {
            return refused(e.getMessage(), attempt - 1);
          }
          case NO_HOST, UNREACHABLE -> last = later(e.getMessage(), attempt, AGAIN);
          case BROKEN, TOO_LARGE -> cut = true;
        }
      }
      if (cut) {
        last = new SamplePosted(Result.UNKNOWN, "the connection broke", attempt, clock.instant());
      }
      LockSupport.parkNanos(Math.min(end - System.nanoTime(), PAUSE.toNanos() << (attempt - 1)));
    }
    return last;
  }

  private SamplePosted read(OutboundAnswer answer, int attempt) {
    int status = answer.status();
    String detail = "answered with " + status;
    if (status >= 200 && status < 300) {
      return new SamplePosted(Result.TAKEN, detail, attempt, clock.instant());
    }
    return status == BUSY || status >= 500
        ? later(detail, attempt, wait(answer))
        : refused(detail, attempt);
  }

  private static Duration wait(OutboundAnswer answer) {
    return answer
        .header("Retry-After")
        .filter(s -> s.matches("\\d{1,9}"))
        .map(s -> Duration.ofSeconds(Long.parseLong(s)))
        .filter(d -> d.compareTo(LONGEST) < 0)
        .orElse(AGAIN);
  }

  private SamplePosted refused(String detail, int attempts) {
    return new SamplePosted(Result.REFUSED, detail, attempts, clock.instant());
  }

  private SamplePosted later(String detail, int attempts, Duration wait) {
    return new SamplePosted(Result.LATER, detail, attempts, clock.instant().plus(wait));
  }
}
