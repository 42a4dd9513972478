package org.marquetry.bench.swap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Orders of some customers through the suite's HTTP door, and what the door tells of them.
final class Orders implements AutoCloseable {
  /// So many that nobody has thousands of orders, however long it runs; as many as one answer
  /// lists.
  static final int CUSTOMERS = 1_000;

  private static final Pattern ORDERS = Pattern.compile("\"orders\":([0-9]+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI door;
  private final String key;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();

  /// @param address of the suite, with a slash at the end
  /// @param token file with the key to the door
  Orders(String address, Path token) throws IOException {
    door = URI.create(address + "api/v1/");
    key = "Bearer " + Files.readString(token).strip();
  }

  /// One of the customers; no name is part of another's.
  static String customer(long number) {
    return "swap-" + (CUSTOMERS + number % CUSTOMERS);
  }

  /// Orders that are on disk.
  long acknowledged() {
    return acknowledged.get();
  }

  /// Send one order; true when it is on disk.
  boolean send() throws IOException, InterruptedException {
    long number = sent.getAndIncrement();
    String event =
        """
        {"id": "swap-o%d", "type": "ordered", "occurredAt": "2026-05-01T10:00:00Z", "customer": "%s",
        "order": "o%d", "product": "p1", "quantity": 1, "amountMinor": 100, "currency": "EUR"}
        """
            .formatted(number, customer(number), number);
    boolean good = ask("events", HttpRequest.BodyPublishers.ofString(event)).statusCode() == 202;
    if (good) {
      acknowledged.incrementAndGet();
    }
    return good;
  }

  /// Read one customer; true when the answer is whole.
  boolean read() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        ask("customers/" + customer(1), HttpRequest.BodyPublishers.noBody());
    return answer.statusCode() == 200 && answer.body().contains("\"orders\":");
  }

  /// Sum of all customers' orders, as the door tells them.
  long counted() throws IOException, InterruptedException {
    Matcher orders =
        ORDERS.matcher(
            ask("customers?limit=" + CUSTOMERS, HttpRequest.BodyPublishers.noBody()).body());
    long sum = 0;
    while (orders.find()) {
      sum += Long.parseLong(orders.group(1));
    }
    return sum;
  }

  private HttpResponse<String> ask(String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(door.resolve(path))
            .header("Authorization", key)
            .header("Content-Type", "application/json")
            .method(path.equals("events") ? "POST" : "GET", body)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.close();
  }
}
