package org.marquetry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.home.HomeInUse;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The HTTP door of the suite that runs on a home, as the command line enters it: `run/address`
/// says where it is, `run/token` lets in.
///
/// @param home the home's folder
/// @param address for example `http://127.0.0.1:8080`
/// @param key what `run/token` holds
record Door(Path home, String address, String key) {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 120_000; // a swap drains and probes

  /// Find the suite that runs on a home.
  ///
  /// @throws Problem if none runs, or its token cannot be read
  static Door of(Path home) {
    awaitStart(home);
    String address = read(home, home.resolve("run/address"));
    String key = read(home, home.resolve("run/token"));
    return new Door(home, address, key);
  }

  /// A suite that was just started has no address yet.
  private static void awaitStart(Path home) {
    HomeInUse use = new HomeInUse(home);
    long end = System.nanoTime() + START_NANOS;
    while (!use.isOpen() && use.process().isPresent() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static String read(Path home, Path file) {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      throw Problem.failure(absent(home));
    } catch (AccessDeniedException e) {
      throw Problem.failure(
          "cannot read "
              + file
              + ", the key to the running suite; call this as the user who started it");
    } catch (IOException e) {
      throw Problem.failure("cannot read " + file + " (" + e + ")");
    }
  }

  /// Say why nobody answers: nothing runs, it starts, or it hangs.
  private static String absent(Path home) {
    HomeInUse use = new HomeInUse(home);
    return use.process()
        .map(_ ->
            "the suite on the home "
                + home
                + " does not answer yet ("
                + use.holder()
                + "); it is starting or stopping, try again in a few seconds")
        .orElse(
            "no suite runs on the home "
                + home
                + "; start it with `launcher/marquetry run`, or name its home with --home");
  }

  JsonObject get(String path) {
    return send("GET", path, "");
  }

  /// Send a request and return the body of the answer.
  ///
  /// @param path below `/api/v1`, encoded
  /// @param body JSON, or empty for none
  /// @throws Problem with what the suite says is wrong
  JsonObject send(String method, String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String text = new String(ask(method, path, "application/json", bytes), StandardCharsets.UTF_8);
    try {
      return Json.parse(text.isEmpty() ? "{}" : text).asObject();
    } catch (JsonException e) {
      throw Problem.failure(
          "what answers at " + address + " is no Marquetry suite (" + e.getMessage() + ")");
    }
  }

  /// Send bytes.
  JsonObject put(String path, byte[] content) {
    byte[] answer = ask("PUT", path, "application/octet-stream", content);
    return Json.parse(new String(answer, StandardCharsets.UTF_8)).asObject();
  }

  /// Fetch bytes.
  byte[] bytes(String path) {
    return ask("GET", path, "", new byte[0]);
  }

  private byte[] ask(String method, String path, String type, byte[] body) {
    try {
      HttpURLConnection http =
          (HttpURLConnection)
              URI.create(address + "/api/v1" + path).toURL().openConnection(Proxy.NO_PROXY);
      http.setRequestMethod(method);
      http.setInstanceFollowRedirects(false);
      http.setConnectTimeout(CONNECT_MILLIS);
      http.setReadTimeout(READ_MILLIS);
      http.setRequestProperty("Authorization", "Bearer " + key);
      if (body.length > 0) {
        http.setRequestProperty("Content-Type", type);
        http.setDoOutput(true);
        try (var out = http.getOutputStream()) {
          out.write(body);
        }
      }
      int status = http.getResponseCode();
      byte[] answer = all(status < 400 ? http.getInputStream() : http.getErrorStream());
      if (status < 300) return answer;
      throw refused(status, method + " " + path, new String(answer, StandardCharsets.UTF_8));
    } catch (ConnectException e) {
      throw Problem.failure(absent(home));
    } catch (SocketTimeoutException e) {
      throw Problem.failure(
          "the suite at "
              + address
              + " took the request and did not answer in time; its log says more");
    } catch (IOException e) {
      throw Problem.failure("cannot talk to the suite at " + address + " (" + e + ")");
    }
  }

  private static byte[] all(@Nullable InputStream in) throws IOException {
    if (in == null) return new byte[0];
    try (in) {
      return in.readAllBytes();
    }
  }

  private Problem refused(int status, String operation, String text) {
    if (status == 401) {
      return Problem.failure(
          "the suite at "
              + address
              + " does not take the key in "
              + home.resolve("run/token")
              + "; it was started anew or another suite answers there: try again, or name its home"
              + " with --home");
    }
    boolean input = status == 400 || status == 404 || status == 422;
    String message;
    try {
      JsonObject problem = Json.parse(text).asObject();
      message = problem.get("detail").asString();
      if (!input) message += "\n  " + problem.get("action").asString();
    } catch (JsonException e) {
      message = operation + " was answered with error " + status;
    }
    return input ? Problem.usage(message) : Problem.failure(message);
  }

  /// One segment of a path.
  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
