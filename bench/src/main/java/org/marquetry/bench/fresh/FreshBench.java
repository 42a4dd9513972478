package org.marquetry.bench.fresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marquetry.bench.Folders;
import org.marquetry.lib.json.Json;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.RunningSuite;

/// Measures how long after an event is on disk the next list of recommendations counts it, over the
/// HTTP door of a whole suite.
public final class FreshBench {
  private static final Path REPOSITORY = Path.of("feature-repo/target/repository");
  private static final int CUSTOMERS = 400;
  private static final int PRODUCTS = 400;
  private static final int EACH = 12; // views of a customer
  private static final Pattern FIRST = Pattern.compile("\"product\":\"([^\"]+)\"");
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI door;
  private final String key;

  private FreshBench(RunningSuite suite, Path home) throws IOException {
    door = URI.create(suite.address() + "api/v1/");
    key = "Bearer " + Files.readString(home.resolve("run/token")).strip();
  }

  public static void main(String[] arguments) throws Exception {
    int events = List.of(arguments).contains("--quick") ? 50 : 300;
    Path home = Folders.make("fresh").toAbsolutePath();
    boolean clean;
    try (RunningSuite suite = RunningSuite.start(REPOSITORY, home, "suite")) {
      clean = new FreshBench(suite, home).run(events);
    }
    Folders.delete(home);
    System.exit(clean ? 0 : 1);
  }

  private boolean run(int events) {
    past();
    Felix.until("it has learned from all", this::knowsAll);
    long[] nanos = new long[events];
    long[] answers = new long[events];
    int never = 0;
    for (int k = 0; k < events; k++) {
      String list = "recommendations/customers/c" + k % CUSTOMERS + "?limit=5";
      String first = first(ask("GET", list, ""));
      ask("POST", "events", event("buy" + k, "ordered", k % CUSTOMERS, first));
      long told = System.nanoTime();
      long asked = told;
      while (first(ask("GET", list, "")).equals(first)) {
        asked = System.nanoTime();
        if (asked - told > PATIENCE_NANOS) {
          never++;
          break;
        }
      }
      long now = System.nanoTime();
      nanos[k] = now - told;
      answers[k] = now - asked;
    }
    Arrays.sort(nanos);
    Arrays.sort(answers);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("events", events);
    result.put("neverCounted", never);
    result.put("untilCountedMsP50", millis(nanos[events / 2]));
    result.put("untilCountedMsP99", millis(nanos[events * 99 / 100]));
    result.put("oneAnswerMsP50", millis(answers[events / 2]));
    System.out.println(Json.line(result));
    return never == 0;
  }

  /// The events come to the warehouse within moments.
  private boolean knowsAll() {
    if (ask("GET", "recommendations/model", "").contains("\"customers\":" + CUSTOMERS)) {
      return true;
    }
    ask("POST", "recommendations/train", "");
    LockSupport.parkNanos(500_000_000);
    return false;
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 1e4) / 100.0;
  }

  private static String first(String list) {
    Matcher first = FIRST.matcher(list);
    return first.find() ? first.group(1) : "";
  }

  /// Views of products that lie near a customer's taste.
  private void past() {
    SplittableRandom random = new SplittableRandom(1);
    for (int c = 0; c < CUSTOMERS; c++) {
      for (int v = 0; v < EACH; v++) {
        int product = (c + random.nextInt(40)) % PRODUCTS;
        ask("POST", "events", event("v" + c + "-" + v, "viewed", c, "p" + product));
      }
    }
  }

  private static String event(String id, String type, int customer, String product) {
    String order =
        type.equals("ordered")
            ? ", \"order\": \"o-%s\", \"quantity\": 1, \"amountMinor\": 100, \"currency\": \"EUR\""
                .formatted(id)
            : "";
    return "{\"id\": \"%s\", \"type\": \"%s\", \"occurredAt\": \"2026-05-01T10:00:00Z\", \"customer\": \"c%d\", \"product\": \"%s\"%s}"
        .formatted(id, type, customer, product, order);
  }

  private String ask(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(door.resolve(path))
            .header("Authorization", key)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
