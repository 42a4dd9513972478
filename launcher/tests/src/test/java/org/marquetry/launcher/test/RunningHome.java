package org.marquetry.launcher.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The whole suite, started as a process on a home of its own.
///
/// @param port where it listens; health is one higher
record RunningHome(Path scratch, Path home, int port, Launched suite) implements AutoCloseable {
  /// Start it and wait until it is ready.
  static RunningHome start(Path scratch, Path home, String... more) throws Exception {
    return start("run", scratch, home, more);
  }

  /// Start it by a command, `run` or `demo`.
  static RunningHome start(String command, Path scratch, Path home, String... more)
      throws Exception {
    int port = freePair();
    List<String> words =
        new ArrayList<>(
            List.of(command, "--home", home.toString(), "--port", Integer.toString(port)));
    words.addAll(List.of(more));
    Launched suite = Launched.suite(scratch, words.toArray(String[]::new));
    suite.untilErr(err -> err.contains("Marquetry is running"));
    RunningHome running = new RunningHome(scratch, home, port, suite);
    running.until("ready", () -> running.ready().statusCode() == 200);
    running.until("its door knows the features", running::knowsFeatures);
    return running;
  }

  /// Wait for a condition, 30 s at most.
  void until(String what, Callable<Boolean> condition) throws Exception {
    until(what, 30, condition);
  }

  /// Wait for a condition, so many seconds at most.
  void until(String what, long seconds, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never " + what + "; it says " + ready().body());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /// Operations come one by one after the suite is ready.
  private boolean knowsFeatures() throws Exception {
    if (!has("run/token")) {
      return false;
    }
    return ask("GET", "/features").statusCode() == 200;
  }

  /// Ask its door as the command line does.
  ///
  /// @param path below `/api/v1`
  HttpResponse<String> ask(String method, String path) throws Exception {
    return ask(method, path, "");
  }

  /// @param json an empty text sends none
  HttpResponse<String> ask(String method, String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .header(
                "Authorization", "Bearer " + Files.readString(home.resolve("run/token")).strip())
            .header("Content-Type", "application/json")
            .method(
                method,
                json.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  /// What `/health/ready` says.
  HttpResponse<String> ready() throws Exception {
    return get("http://127.0.0.1:" + (port + 1) + "/health/ready");
  }

  static HttpResponse<String> get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /// Run a command against it to its end.
  Result call(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", home.toString()));
    return call(scratch, all.toArray(String[]::new));
  }

  /// Run any command to its end.
  static Result call(Path scratch, String... words) throws Exception {
    try (Launched command = Launched.jar(scratch, Launched.REPOSITORY, Map.of(), words)) {
      int code = command.exitCode();
      return new Result(code, command.out(), command.err());
    }
  }

  /// What a command said.
  record Result(int code, String out, String err) {}

  /// Stop it as an operator does.
  void stop() throws Exception {
    suite.signal("TERM");
    suite.exitCode();
  }

  static int freePair() throws IOException {
    IOException last = new IOException("no two free ports beside each other");
    for (int i = 0; i < 50; i++) {
      try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket _ =
              new ServerSocket(one.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
        return one.getLocalPort();
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw last;
  }

  @Override
  public void close() {
    suite.close();
  }

  /// Whether a file of the home is there.
  boolean has(String path) {
    return Files.exists(home.resolve(path));
  }
}
