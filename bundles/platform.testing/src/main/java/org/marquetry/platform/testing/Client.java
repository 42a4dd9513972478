package org.marquetry.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A program that talks to the door of a framework.
///
/// @param key what it shows at the door: the token of the home, or an API key
public record Client(HttpClient http, int port, String key) {
  /// What starts needs the processor more than the question whether it has started.
  private static final long PAUSE_NANOS = 20_000_000;

  /// Open the door on a port that is free, start these bundles, and wait until a path is served.
  public static Client open(Felix felix, Path home, String path, String... bundles)
      throws IOException {
    int port = freePort();
    felix.configure("org.marquetry.platform.http", Map.of("port", port));
    felix.start("org.marquetry.platform.http", "org.marquetry.platform.health");
    if (bundles.length > 0) {
      felix.start(bundles);
    }
    return new Client(HttpClient.newHttpClient(), port, "none").again(home, path);
  }

  /// Wait until a path is served, and take the token of the home: each start of the door makes a
  /// new one.
  public Client again(Path home, String path) {
    Path token = home.resolve("run").resolve("token");
    Felix.until(path + " is served", () -> with(key(token)).answers(path));
    return with(key(token));
  }

  private static String key(Path token) {
    try {
      return Files.exists(token) ? Files.readString(token).strip() : "none";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers(String path) {
    try {
      if (get(path).statusCode() == 200) {
        return true;
      }
    } catch (UncheckedIOException e) {
      // the port is not open yet
    }
    LockSupport.parkNanos(PAUSE_NANOS);
    return false;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /// Ask for what stands under a path.
  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /// Send JSON.
  public HttpResponse<String> post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// Send JSON so that it counts once.
  public HttpResponse<String> post(String path, String body, String idempotencyKey) {
    return send(
        request(path)
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// Post with these headers beside the key.
  public HttpResponse<String> post(String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  /// Put JSON in the place of what is there.
  public HttpResponse<String> put(String path, String body) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// Delete what is there.
  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  /// The same with another key.
  public Client with(String otherKey) {
    return new Client(http, port, otherKey);
  }

  /// The same at another port.
  public Client at(int otherPort) {
    return new Client(http, otherPort, key);
  }

  /// A text in an answer: the first of this name.
  public static String field(String json, String name) {
    int from = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
    return json.substring(from, json.indexOf('"', from));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
