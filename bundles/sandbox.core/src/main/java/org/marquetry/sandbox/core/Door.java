package org.marquetry.sandbox.core;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.marquetry.lib.json.Json;
import org.marquetry.shop.api.Event;

/// Sends events to the suite's own HTTP door, as any program would.
final class Door {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final URI events;
  private final Path token;

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

  /// Send events; returns when they are on disk. Those that were sent before count once.
  ///
  /// @throws IOException if the door refuses them, with its words
  void send(List<Event> batch) throws IOException {
    String body = Json.write(batch.stream().map(EventJson::of).toList());
    HttpURLConnection call = (HttpURLConnection) events.toURL().openConnection();
    call.setConnectTimeout(TIMEOUT_MILLIS);
    call.setReadTimeout(TIMEOUT_MILLIS);
    call.setRequestMethod("POST");
    call.setDoOutput(true);
    call.setRequestProperty("Content-Type", "application/json");
    call.setRequestProperty("Authorization", "Bearer " + Files.readString(token).strip());
    try (OutputStream out = call.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = call.getResponseCode();
    if (status != HttpURLConnection.HTTP_ACCEPTED) {
      var problem = call.getErrorStream();
      String words =
          problem == null ? "" : new String(problem.readAllBytes(), StandardCharsets.UTF_8);
      throw new IOException("the door answered " + status + ": " + words);
    }
    call.getInputStream().readAllBytes();
  }
}
