package org.marquetry.lib.outbound;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.outbound.OutboundRefused.Reason;
import org.marquetry.shop.api.Words;

/// Against a real HTTPS server on this machine, whose certificate the JDK's own tool makes.
class OutboundTest {
  private static final OutboundLimits LIMITS =
      new OutboundLimits(1000, Duration.ofSeconds(20), Duration.ofSeconds(5));
  private static final int DROPS = 400; // 20 s
  private static final Predicate<InetAddress> HERE = InetAddress::isLoopbackAddress;

  @TempDir static Path folder;
  private static HttpsServer server;
  private static ExecutorService threads;
  private static SSLContext tls;
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void serve() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-keystore",
                keys.toString(),
                "-storepass",
                "secret",
                "-storetype",
                "PKCS12")
            .inheritIO()
            .start();
    assertEquals(0, tool.waitFor());
    KeyStore store = KeyStore.getInstance(keys.toFile(), "secret".toCharArray());
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, "secret".toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", OutboundTest::answer);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    threads.close();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    ASKED.add(path);
    switch (path) {
      case "/to-file" -> redirect(exchange, "/file");
      case "/to-plain" -> redirect(exchange, "http://localhost/file");
      case "/round" -> redirect(exchange, "/round");
      case "/gone" -> exchange.sendResponseHeaders(410, -1);
      case "/known" -> exchange.sendResponseHeaders(304, -1);
      case "/slow" -> drip(exchange);
      case "/long" -> body(exchange, "x".repeat(1001));
      default -> body(exchange, "hello");
    }
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private static void body(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 100; i++) {
        out.write('x');
        out.flush();
        LockSupport.parkNanos(100_000_000);
      }
    }
  }

  private static String at(String path) {
    return "https://localhost:" + server.getAddress().getPort() + path;
  }

  private static String read(Predicate<InetAddress> allowed, String address, OutboundLimits limits)
      throws IOException {
    Outbound outbound = new Outbound(allowed, tls.getSocketFactory());
    try (OutboundAnswer answer = outbound.get(address, Map.of(), limits)) {
      return answer.status()
          + (answer.status() == 304
              ? ""
              : new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Reason refused(Predicate<InetAddress> allowed, String address) {
    return assertThrows(OutboundRefused.class, () -> read(allowed, address, LIMITS)).reason();
  }

  @Test
  void readsAndFollowsRedirects() throws IOException {
    assertEquals("200hello", read(HERE, at("/file"), LIMITS));
    assertEquals("200hello", read(HERE, at("/to-file"), LIMITS));
    assertEquals("304", read(HERE, at("/known"), LIMITS));
    OutboundRefused gone =
        assertThrows(OutboundRefused.class, () -> read(HERE, at("/gone"), LIMITS));
    assertEquals(Reason.ERROR, gone.reason());
    assertEquals(new Words("localhost 回答了错误 410", "localhost answered with 410"), gone.words());
  }

  @Test
  void aHostThatDoesNotListenCannotBeReached() throws IOException {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = closed.getLocalPort();
    }
    assertEquals(Reason.UNREACHABLE, refused(HERE, "https://localhost:" + nobody + "/file"));
  }

  @Test
  void internalHostsAreNotAsked() {
    ASKED.clear();
    assertEquals(
        Reason.INTERNAL,
        assertThrows(OutboundRefused.class, () -> new Outbound().get(at("/file"), Map.of(), LIMITS))
            .reason());
    assertEquals(List.of(), ASKED);
  }

  /// The name is good when it is checked and leads inside when it is connected to.
  @Test
  void aNameThatChangesItsMindIsNotAsked() {
    ASKED.clear();
    AtomicInteger asked = new AtomicInteger();
    int names = loopbacks();
    assertEquals(Reason.INTERNAL, refused(address -> asked.getAndIncrement() < names, at("/file")));
    assertTrue(asked.get() > names, "the address of the connection was checked too");
    assertEquals(List.of(), ASKED);
  }

  private static int loopbacks() {
    try {
      return InetAddress.getAllByName("localhost").length;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsNotHttpsIsNotAsked() {
    for (String address :
        List.of(
            "http://localhost/",
            "file:///etc/passwd",
            "ftp://localhost/",
            "https:///x",
            "https://user:word@localhost/",
            "https://localhost:22/",
            "no address",
            "")) {
      assertEquals(Reason.NOT_HTTPS, refused(HERE, address), address);
    }
    assertEquals(Reason.NOT_HTTPS, refused(HERE, at("/to-plain")));
    assertEquals(Reason.NO_HOST, refused(HERE, "https://nowhere.invalid/"));
  }

  @Test
  void endlessThingsEnd() {
    assertEquals(Reason.TOO_MANY_REDIRECTS, refused(HERE, at("/round")));
    assertEquals(Reason.TOO_MANY_BYTES, refused(HERE, at("/long")));
    long began = System.nanoTime();
    OutboundLimits hasty = new OutboundLimits(1000, Duration.ofMillis(600), Duration.ofSeconds(5));
    assertEquals(
        Reason.TOO_SLOW,
        assertThrows(OutboundRefused.class, () -> read(HERE, at("/slow"), hasty)).reason());
    assertTrue(System.nanoTime() - began < 5_000_000_000L);
  }

  /// No wait for a byte is long, and the header never ends.
  @Test
  void aHeaderThatDripsEnds() throws IOException {
    try (ServerSocket dripping =
        tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<Integer> sent = threads.submit(() -> dripHeader(dripping));
      OutboundLimits hasty =
          new OutboundLimits(1000, Duration.ofMillis(600), Duration.ofSeconds(5));
      String there = "https://localhost:" + dripping.getLocalPort() + "/";
      assertEquals(
          Reason.TOO_SLOW,
          assertThrows(OutboundRefused.class, () -> read(HERE, there, hasty)).reason());
      assertTrue(assertDoesNotThrow(() -> sent.get()) < DROPS, "its end was not waited for");
    }
  }

  private static int dripHeader(ServerSocket server) throws IOException {
    int drops = 0;
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
      for (; drops < DROPS; drops++) {
        out.write('x');
        out.flush();
        LockSupport.parkNanos(50_000_000);
      }
    } catch (SocketException broken) {
      return drops; // the other side has had enough
    }
    return drops;
  }
}
