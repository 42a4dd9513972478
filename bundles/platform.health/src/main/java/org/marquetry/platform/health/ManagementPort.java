package org.marquetry.platform.health;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The port itself: the JDK's small server, so that it answers also when Jetty does not.
final class ManagementPort implements AutoCloseable {
  /// One finished page.
  record Page(int status, String contentType, String text) {}

  private static final Logger log = LoggerFactory.getLogger(ManagementPort.class);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ManagementPort(InetSocketAddress address) throws IOException {
    server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.start();
  }

  int number() {
    return server.getAddress().getPort();
  }

  /// Show a page at exactly this path, for GET and HEAD.
  void show(String path, Supplier<Page> page) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            boolean here = exchange.getRequestURI().getPath().equals(path);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            boolean read = head || exchange.getRequestMethod().equals("GET");
            Page shown =
                !here
                    ? new Page(404, "text/plain", "There is only " + path + " here.\n")
                    : read ? made(path, page) : new Page(405, "text/plain", "Use GET.\n");
            byte[] body = shown.text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", shown.contentType);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(shown.status, head ? -1 : body.length);
            if (!head) {
              exchange.getResponseBody().write(body);
            }
          }
        });
  }

  private static Page made(String path, Supplier<Page> page) {
    try {
      return page.get();
    } catch (RuntimeException e) {
      log.error("{} failed", path, e);
      return new Page(500, "text/plain", path + " failed; the log says why.\n");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
