package com.example.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/// A program of the shop, as a receiver is written: it checks the signature and takes each id once.
final class Receiver implements AutoCloseable {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final SampleSignature signature = new SampleSignature(SECRET);
  private final HttpServer server;
  private final Queue<Integer> answers = new ArrayDeque<>(); // guarded by this
  private final Set<String> ids = new HashSet<>(); // guarded by this
  private final List<String> tries = new ArrayList<>(); // guarded by this

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages";
  }

  /// The next statuses; then it takes all. 0 breaks the connection.
  synchronized void answers(Integer... statuses) {
    answers.addAll(List.of(statuses));
  }

  /// What it took.
  synchronized Set<String> ids() {
    return Set.copyOf(ids);
  }

  /// The id of each attempt.
  synchronized List<String> tries() {
    return List.copyOf(tries);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    long seconds = Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
    String signed = exchange.getRequestHeaders().getFirst("webhook-signature");
    tries.add(id);
    int status = answers.isEmpty() ? 204 : answers.remove();
    if (!signature.of(id, seconds, body).equals(signed)) status = 401;
    if (status == 429) exchange.getResponseHeaders().set("Retry-After", "120");
    if (status == 204) ids.add(id);
    if (status != 0) exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
