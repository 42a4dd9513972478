package org.marquetry.bench.sendkill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server that counts what each recipient got. A mail counts when its final dot was read,
/// whether its answer reached the sender or not.
final class Counter implements AutoCloseable {
  final Map<String, Integer> got = new ConcurrentHashMap<>();
  final AtomicInteger mostConnections = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket server;

  Counter() throws IOException {
    server = new ServerSocket(0, 100, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofPlatform().daemon().start(this::listen);
  }

  int port() {
    return server.getLocalPort();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    mostConnections.accumulateAndGet(connections.incrementAndGet(), Math::max);
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      OutputStream out = socket.getOutputStream();
      say(out, "220 counter.test");
      String to = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("RCPT TO:")) {
          to = line.replaceAll(".*<|>.*", "");
        }
        if (line.equals("DATA")) {
          say(out, "354 go on");
          if (!wholeMail(in)) {
            return;
          }
          got.merge(to, 1, Integer::sum);
        }
        say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (IOException gone) {
      // the suite was killed
    } finally {
      connections.decrementAndGet();
    }
  }

  private static boolean wholeMail(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
    return line != null;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
