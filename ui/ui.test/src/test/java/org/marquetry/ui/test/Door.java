package org.marquetry.ui.test;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The HTTP door of a running suite, with the token of its home.
///
/// @param address with a slash at the end
record Door(String address, Path home) {
  private static final int PATIENCE_SECONDS = 120;

  interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  static void until(String what, Condition condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < end, what);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /// Wait until something is served under a path of the door.
  void serves(String path) throws IOException, InterruptedException {
    until(
        path + " is served",
        () -> Files.exists(token()) && answer("GET", path, "").statusCode() == 200);
  }

  String get(String path) throws IOException, InterruptedException {
    return call("GET", path, "");
  }

  String post(String path, String body) throws IOException, InterruptedException {
    return call("POST", path, body);
  }

  /// Fails unless the answer is good.
  String call(String method, String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = answer(method, path, body);
    assertTrue(answer.statusCode() < 300, path + ": " + answer.statusCode() + " " + answer.body());
    return answer.body();
  }

  /// @param path below `api/v1/`
  HttpResponse<String> answer(String method, String path, String body)
      throws IOException, InterruptedException {
    return answer(method, path, body, Files.readString(token()).strip());
  }

  /// @param key of an API user
  HttpResponse<String> answer(String method, String path, String body, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "api/v1/" + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private Path token() {
    return home.resolve("run/token");
  }
}
