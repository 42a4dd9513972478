package org.marquetry.bench.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.marquetry.bench.Folders;

/// Time from the start of the process to the first page, suite and floor in turns, medians.
///
///     java StartBench LAUNCHER_JAR REPOSITORY [--quick]
final class StartBench {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int SETTLE_MILLIS = 1_500;

  private final Path jar;
  private final Path repository;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private StartBench(Path jar, Path repository) {
    this.jar = jar;
    this.repository = repository;
  }

  /// One start.
  ///
  /// @param seconds from process start to the answer
  /// @param megabytes resident memory a little later
  private record Start(double seconds, double megabytes) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    StartBench bench = new StartBench(Path.of(args[0]), Path.of(args[1]));
    int rounds = args.length > 2 && args[2].equals("--quick") ? 2 : 7;
    List<Start> suite = new ArrayList<>();
    List<Start> floor = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      floor.add(bench.floor());
      suite.add(bench.suite());
    }
    System.out.printf(
        Locale.ROOT,
        "{\"firstPageSeconds\": %.2f, \"residentMb\": %.0f, \"floorSeconds\": %.2f, \"floorMb\": %.0f, \"rounds\": %d}%n",
        median(suite.stream().mapToDouble(Start::seconds)),
        median(suite.stream().mapToDouble(Start::megabytes)),
        median(floor.stream().mapToDouble(Start::seconds)),
        median(floor.stream().mapToDouble(Start::megabytes)),
        rounds);
  }

  private Start suite() throws IOException, InterruptedException {
    Path home = Folders.make("start");
    int port = freePort();
    return measure(
        home,
        port,
        200,
        "-Dmarquetry.repository=" + repository,
        "-jar",
        jar.toString(),
        "run",
        "--home",
        home.toString(),
        "--port",
        Integer.toString(port));
  }

  private Start floor() throws IOException, InterruptedException {
    Path cache = Folders.make("floor");
    int port = freePort();
    String path = System.getProperty("java.class.path") + ":" + jar;
    return measure(
        cache,
        port,
        404,
        "-cp",
        path,
        Floor.class.getName(),
        repository.resolve("bundles").toString(),
        cache.toString(),
        Integer.toString(port));
  }

  private Start measure(Path folder, int port, int expected, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(Arrays.asList(arguments));
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (status(port) != expected) {
        if (!process.isAlive() || System.nanoTime() - began > LIMIT.toNanos()) {
          throw new IOException("no page within " + LIMIT.toSeconds() + " s from " + command);
        }
        Thread.sleep(10);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      Thread.sleep(SETTLE_MILLIS);
      return new Start(seconds, residentMegabytes(process.pid()));
    } finally {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Folders.delete(folder);
    }
  }

  private int status(int port) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static double residentMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(l -> l.startsWith("VmRSS:"))
        .mapToDouble(l -> Double.parseDouble(l.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
