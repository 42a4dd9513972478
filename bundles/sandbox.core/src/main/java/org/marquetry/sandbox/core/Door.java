package org.marquetry.sandbox.core;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.json.Json;
import org.marquetry.shop.api.Event;

/// Sends events to the suite's own HTTP door, as any program would: one request on its way at a
/// time, so that their order stays, while the next is made.
final class Door implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int ACCEPTED = 202;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI events;
  private final Path token;
  private @Nullable CompletableFuture<HttpResponse<String>> onItsWay;

  private Door(URI base, Path token) {
    events = base.resolve("/api/v1/events");
    this.token = token;
  }

  /// Find the door as the command line does: `run/address` in the home says where it is,
  /// `run/token` lets in.
  ///
  /// @throws IOException if it is not open
  static Door of(Path home) throws IOException {
    Path run = home.resolve("run");
    try {
      URI base = URI.create(Files.readString(run.resolve("address")).strip());
      return new Door(base, run.resolve("token"));
    } catch (NoSuchFileException e) {
      throw new IOException(
          "the HTTP door is not open; see the log for what the feature http says", e);
    }
  }

  /// Send events once those before are on disk. Those that were sent before count once.
  ///
  /// @param batch empty: nothing is sent
  /// @throws IOException as [#await]
  void send(List<Event> batch) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    String body = Json.line(batch.stream().map(EventJson::of).toList());
    await();
    onItsWay =
        client.sendAsync(
            HttpRequest.newBuilder(events)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Files.readString(token).strip())
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build(),
            BodyHandlers.ofString());
  }

  /// Return when all that was sent is on disk.
  ///
  /// @throws IOException if the door refuses it, with its words
  void await() throws IOException {
    CompletableFuture<HttpResponse<String>> waiting = onItsWay;
    onItsWay = null;
    if (waiting == null) {
      return;
    }
    try {
      HttpResponse<String> answer = waiting.get();
      if (answer.statusCode() != ACCEPTED) {
        throw new IOException("the door answered " + answer.statusCode() + ": " + answer.body());
      }
    } catch (ExecutionException e) {
      boolean shut = e.getCause() instanceof ConnectException;
      throw new IOException(shut ? "the HTTP door is shut" : "the HTTP door does not answer", e);
    } catch (InterruptedException e) {
      waiting.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the door was busy", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
