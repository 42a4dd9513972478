package org.marquetry.platform.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marquetry.platform.api.net.Outbound;
import org.marquetry.platform.api.net.OutboundAnswer;
import org.marquetry.platform.api.net.OutboundException;
import org.marquetry.platform.api.net.OutboundException.Reason;
import org.marquetry.platform.api.net.OutboundRequest;

/// Against a real server on this machine, which the operator allows, and addresses that nobody did.
class GuardedOutboundTest {
  private static final String HERE = "127.0.0.1";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    String more = String.valueOf(exchange.getRequestHeaders().getFirst("X-More"));
    asked.add(exchange.getRequestMethod() + " " + path + " " + more + " " + body);
    switch (path) {
      case "/moved" -> {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(302, -1);
      }
      case "/broken" -> {}
      default -> {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
    exchange.close();
  }

  private OutboundRequest request(String method, String path) {
    return OutboundRequest.of(
        method, URI.create("http://" + HERE + ":" + server.getAddress().getPort() + path));
  }

  private static Outbound declaring(String... hosts) {
    return new GuardedOutbound(() -> new Hosts("com.example.a", Set.of(hosts)), Set.of(HERE));
  }

  private static OutboundException refused(Outbound outbound, OutboundRequest request) {
    return assertThrows(OutboundException.class, () -> outbound.send(request));
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "POST, 201", "PUT, 200", "DELETE, 200", "POST, 400", "GET, 503"})
  void tellsWhatWasAnswered(String method, int status) {
    OutboundRequest request = request(method, "/" + status).header("X-More", "yes");
    if (!request.isReading()) request = request.body("é");
    OutboundAnswer answer = declaring(HERE).send(request);
    assertEquals(status, answer.status());
    assertEquals("/" + status, new String(answer.body(), StandardCharsets.UTF_8));
    assertEquals("4", answer.header("content-length").orElse(""));
    assertEquals(
        List.of(method + " /" + status + " yes " + (request.isReading() ? "" : "é")), asked);
  }

  @Test
  void nothingIsFollowedOrTriedAgain() {
    Outbound outbound = declaring(HERE);
    OutboundAnswer moved = outbound.send(request("POST", "/moved").body("x"));
    assertEquals(302, moved.status());
    assertEquals("/elsewhere", moved.header("Location").orElse(""));
    assertEquals(Reason.BROKEN, refused(outbound, request("POST", "/broken").body("x")).reason());
    assertEquals(401, outbound.send(request("POST", "/401").body("x")).status());
    assertEquals(List.of("POST /moved null x", "POST /broken null x", "POST /401 null x"), asked);
  }

  @Test
  void anAnswerThatIsTooLongOrTooLateIsNone() throws IOException {
    Outbound outbound = declaring(HERE);
    assertEquals(4, outbound.send(request("GET", "/200").mostBytes(4)).body().length);
    assertEquals(Reason.TOO_LARGE, refused(outbound, request("GET", "/200").mostBytes(3)).reason());
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI there = URI.create("http://" + HERE + ":" + silent.getLocalPort() + "/");
      OutboundRequest request = OutboundRequest.of("GET", there).timeout(Duration.ofMillis(200));
      assertEquals(Reason.BROKEN, refused(outbound, request).reason());
    }
    URI nobody = URI.create("http://" + HERE + ":1/");
    assertEquals(Reason.UNREACHABLE, refused(outbound, OutboundRequest.of("GET", nobody)).reason());
  }

  @Test
  void onlyDeclaredHostsAreAsked() {
    OutboundException other = refused(declaring("hooks.example.com"), request("GET", "/200"));
    assertEquals(Reason.REFUSED, other.reason());
    assertEquals(
        "127.0.0.1 is none of the hosts that the feature of com.example.a declares"
            + " (hooks.example.com)",
        other.getMessage());
    assertEquals(List.of(), asked);
    assertEquals(200, declaring("*").send(request("GET", "/200")).status());
    Hosts some = Hosts.of("a", Optional.of(Set.of("network", "network:*.example.com", "send")));
    assertTrue(some.allow("a.example.com") && some.allow("b.a.example.com"));
    assertTrue(!some.allow("example.com") && !some.allow("badexample.com"));
    assertTrue(!Hosts.of("a", Optional.of(Set.of("send"))).allow("example.com"));
    assertTrue(Hosts.of("a", Optional.empty()).allow("example.com"), "a bundle of the suite");
  }

  @ParameterizedTest
  @CsvSource({
    "https://localhost/x, not on the public internet",
    "https://127.0.0.2/x, not on the public internet",
    "https://10.1.2.3/x, not on the public internet",
    "https://192.168.1.1/x, not on the public internet",
    "https://169.254.169.254/latest, not on the public internet",
    "https://100.64.0.1/x, not on the public internet",
    "https://0.0.0.0/x, not on the public internet",
    "https://224.0.0.1/x, not on the public internet",
    "https://[::1]/x, not on the public internet",
    "https://[fd00::1]/x, not on the public internet",
    "https://[::ffff:10.0.0.1]/x, not on the public internet",
    "http://hooks.example.com/x, must begin with https://",
    "https://user:word@hooks.example.com/x, must begin with https://",
    "file:///etc/passwd, must begin with https://",
  })
  void anAddressThatMustNotBeReachedIsRefused(String address, String why) {
    OutboundException e =
        refused(declaring("*"), OutboundRequest.of("POST", URI.create(address)).body("x"));
    assertEquals(Reason.REFUSED, e.reason());
    assertTrue(String.valueOf(e.getMessage()).contains(why), e.getMessage());
  }

  @Test
  void aRequestIsCheckedWhenItIsMade() {
    assertThrows(IllegalArgumentException.class, () -> request("PATCH", "/200"));
    OutboundRequest get = request("GET", "/200");
    assertThrows(IllegalArgumentException.class, () -> get.body("x"));
    assertThrows(IllegalArgumentException.class, () -> get.header("Host", "other"));
    assertThrows(IllegalArgumentException.class, () -> get.header("X-More", "a\r\nHost: other"));
    assertThrows(IllegalArgumentException.class, () -> get.timeout(Duration.ofHours(1)));
    assertThrows(IllegalArgumentException.class, () -> get.mostBytes(-1));
  }
}
