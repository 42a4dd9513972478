package org.marquetry.ui.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.marquetry.lib.json.Json;

/// A program of the shop that takes what is signed with its secret and not old, by a verification
/// of its own.
final class WebhookReceiver implements AutoCloseable {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final HttpServer server;
  private final List<String> taken = new ArrayList<>(); // guarded by this
  private final List<String> refused = new ArrayList<>(); // guarded by this

  WebhookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /// Where it listens.
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  static String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(KEY);
  }

  /// The text of each message, in the order of arrival.
  synchronized List<String> taken() {
    return List.copyOf(taken);
  }

  synchronized List<String> refused() {
    return List.copyOf(refused);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String seconds = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    String signed = exchange.getRequestHeaders().getFirst("webhook-signature");
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), Instant.now());
    boolean good =
        ("v1," + mac(id + "." + seconds + "." + body)).equals(signed)
            && age.abs().compareTo(TOLERANCE) < 0;
    if (good) {
      taken.add(text(body));
    } else {
      refused.add(body);
    }
    exchange.sendResponseHeaders(good ? 204 : 401, -1);
    exchange.close();
  }

  private static String text(String body) {
    return Json.parse(body).asObject().get("data").asObject().get("text").asString();
  }

  private static String mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
