package org.marquetry.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// An SMTP server that fails as it is told: by the recipient's name, see [#data] and [#rcpt].
final class FaultyServer implements AutoCloseable {
  /// Who got a mail, in order.
  final List<String> accepted = new CopyOnWriteArrayList<>();

  final AtomicInteger connections = new AtomicInteger();
  final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final @Nullable SSLContext tls;
  private final boolean atOnce;

  private FaultyServer(int port, @Nullable SSLContext tls, boolean atOnce) throws IOException {
    this.tls = tls;
    this.atOnce = atOnce;
    server = new ServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::listen);
  }

  static FaultyServer plain() throws IOException {
    return new FaultyServer(0, null, false);
  }

  static FaultyServer at(int port) throws IOException {
    return new FaultyServer(port, null, false);
  }

  /// @param atOnce whether it speaks TLS from the first byte; else after STARTTLS
  static FaultyServer safe(SSLContext tls, boolean atOnce) throws IOException {
    return new FaultyServer(0, tls, atOnce);
  }

  int port() {
    return server.getLocalPort();
  }

  /// Close every connection as a server does that has waited too long.
  void tireOfWaiting() throws IOException {
    for (Socket socket : open) {
      say(socket, "421 4.4.2 idle for too long");
      socket.close();
    }
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket plain) {
    try (Socket socket = atOnce ? secured(plain) : plain) {
      open.add(socket);
      say(socket, "220 faulty.test");
      talk(socket);
    } catch (IOException cut) {
      // the client went away, or was sent away
    }
  }

  private SSLSocket secured(Socket plain) throws IOException {
    SSLSocket safe =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    safe.setUseClientMode(false);
    safe.startHandshake();
    return safe;
  }

  private void talk(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String to = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
      switch (command) {
        case "EHLO" -> {
          boolean offer = tls != null && !(socket instanceof SSLSocket);
          say(socket, offer ? "250-faulty.test\r\n250 STARTTLS" : "250 faulty.test");
        }
        case "STAR" -> {
          say(socket, "220 go on");
          talk(secured(socket));
          return;
        }
        case "RCPT" -> {
          to = line.replaceAll(".*<|>.*", "");
          rcpt(socket, to);
        }
        case "DATA" -> {
          say(socket, "354 go on");
          if (!data(socket, in, to)) {
            return;
          }
        }
        case "QUIT" -> {
          say(socket, "221 bye");
          return;
        }
        default -> say(socket, "250 2.0.0 OK");
      }
    }
  }

  private static void rcpt(Socket socket, String to) throws IOException {
    switch (name(to)) {
      case "full" -> say(socket, "450 4.2.2 <" + to + "> mailbox is full");
      case "gone" -> say(socket, "550 5.1.1 <" + to + "> is not here");
      case "closing" -> say(socket, "421 4.3.2 <" + to + "> we are closing");
      default -> say(socket, "250 2.1.5 OK");
    }
  }

  /// @return whether the connection goes on
  private boolean data(Socket socket, BufferedReader in, String to) throws IOException {
    if (name(to).equals("cut-before")) {
      in.readLine();
      return false;
    }
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
    switch (name(to)) {
      case "cut-after" -> {
        return false;
      }
      case "stall" -> {
        stalled.countDown();
        await();
        return false;
      }
      case "later" -> say(socket, "451 4.7.1 greylisted");
      case "spam" -> say(socket, "554 5.7.1 we do not want this");
      default -> {
        accepted.add(to);
        say(socket, "250 2.0.0 queued");
      }
    }
    return true;
  }

  private void await() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String name(String address) {
    return address.replaceAll("@.*", "");
  }

  private static void say(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    released.countDown();
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
