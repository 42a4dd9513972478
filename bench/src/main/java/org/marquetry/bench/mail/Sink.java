package org.marquetry.bench.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A mail server that takes everything and keeps nothing.
final class Sink implements AutoCloseable {
  private static final byte[] OK = line("250 2.0.0 OK");

  final AtomicLong taken = new AtomicLong();
  final AtomicLong bytes = new AtomicLong();
  private final ServerSocket server;
  private final long answerNanos;

  /// @param answerMillis how long it takes to answer a mail
  Sink(long answerMillis) throws IOException {
    answerNanos = answerMillis * 1_000_000;
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
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write(line("220 sink.test"));
      byte[] start = new byte[4];
      while (line(in, start) >= 0) {
        if (is(start, "DATA")) {
          out.write(line("354 go on"));
          data(in, start);
          LockSupport.parkNanos(answerNanos);
          taken.incrementAndGet();
        }
        out.write(OK);
      }
    } catch (IOException gone) {
      // the client went away
    }
  }

  private void data(InputStream in, byte[] start) throws IOException {
    int length = line(in, start);
    while (length >= 0 && !(length == 1 && start[0] == '.')) {
      bytes.addAndGet(length);
      length = line(in, start);
    }
  }

  /// Read a line.
  ///
  /// @param start gets its first bytes
  /// @return its length, -1 at the end
  private static int line(InputStream in, byte[] start) throws IOException {
    int length = 0;
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return -1;
      }
      if (c != '\r') {
        if (length < start.length) {
          start[length] = (byte) c;
        }
        length++;
      }
    }
    return length;
  }

  private static boolean is(byte[] start, String command) {
    return new String(start, StandardCharsets.US_ASCII).equals(command);
  }

  private static byte[] line(String text) {
    return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
