package org.marquetry.sandbox.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.marquetry.lib.json.Json;

/// Sends events to the suite's own HTTP door, as any program would.
final class Door {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final URI events;
  private final Path token;

  /// @param base such as `http://127.0.0.1:8080/`
  /// @param token file that holds the key
  Door(URI base, Path token) {
    events = base.resolve("/api/v1/events");
    this.token = token;
  }

  /// Send events; returns when they are on disk. Those that were sent before count once.
  ///
  /// @throws IOException if the door refuses them, with its words
  void send(List<DemoEvent> batch) throws IOException {
    String body = Json.write(batch.stream().map(DemoEvent::json).toList());
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
