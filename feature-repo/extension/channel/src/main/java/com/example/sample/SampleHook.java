package com.example.sample;

import com.example.sample.SamplePosted.Result;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
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
  private final String address;
  private final String secret;
  private final Duration patience;
  private final boolean inside;
  private final HttpClient client;

  @Activate
  public SampleHook(@Reference InstantSource clock, SampleSettings settings) {
    this(
        clock,
        settings.address(),
        settings._secret(),
        Duration.ofSeconds(settings.seconds()),
        settings.inside());
  }

  SampleHook(
      InstantSource clock, String address, String secret, Duration patience, boolean inside) {
    this.clock = clock;
    this.address = address;
    this.secret = secret;
    this.patience = patience;
    this.inside = inside;
    this.client =
        HttpClient.newBuilder().connectTimeout(patience).followRedirects(Redirect.NEVER).build();
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
      SampleAddress to = SampleAddress.of(address, inside);
      SampleSignature signature = new SampleSignature(secret);
      to.check();
      Instant now = clock.instant();
      String body =
          "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}".formatted(type, now, data);
      String header = id.replaceAll("[^\\x21-\\x7e]", "_");
      HttpRequest.Builder request =
          HttpRequest.newBuilder(to.uri())
              .header("Content-Type", "application/json")
              .header("webhook-id", header)
              .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
              .header("webhook-signature", signature.of(header, now.getEpochSecond(), body))
              .POST(HttpRequest.BodyPublishers.ofString(body));
      return attempts(request, to);
    } catch (IllegalArgumentException e) {
      return refused(e.getMessage(), 0);
    } catch (UnknownHostException e) {
      return later("the host of the address is not known", 0, AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SamplePosted(Result.UNKNOWN, "the channel was stopped", 1, clock.instant());
    }
  }

  private SamplePosted attempts(HttpRequest.Builder request, SampleAddress to)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    boolean cut = false; // an attempt that broke off may have arrived
    SamplePosted last = later("there was no time for an attempt", 0, AGAIN);
    for (int attempt = 1; attempt <= ATTEMPTS && System.nanoTime() < end; attempt++) {
      try {
        Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
        HttpResponse<Void> answer =
            client.send(request.timeout(left).build(), HttpResponse.BodyHandlers.discarding());
        last = read(answer, attempt);
        if (last.result() != Result.LATER || answer.headers().firstValue("Retry-After").isPresent()) {
          return last;
        }
      } catch (ConnectException e) {
        last = later("nobody answers at " + to.uri().getHost(), attempt, AGAIN);
      } catch (IOException e) { // in the middle, or no answer in time
        cut = true;
      }
      if (cut) {
        last = new SamplePosted(Result.UNKNOWN, "the connection broke", attempt, clock.instant());
      }
      LockSupport.parkNanos(Math.min(end - System.nanoTime(), PAUSE.toNanos() << (attempt - 1)));
    }
    return last;
  }

  private SamplePosted read(HttpResponse<Void> answer, int attempt) {
    int status = answer.statusCode();
    String detail = "answered with " + status;
    if (status >= 200 && status < 300) {
      return new SamplePosted(Result.TAKEN, detail, attempt, clock.instant());
    }
    return status == BUSY || status >= 500
        ? later(detail, attempt, wait(answer))
        : refused(detail, attempt);
  }

  private static Duration wait(HttpResponse<Void> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
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

  @Deactivate
  void close() {
    client.close();
  }
}
