package org.marquetry.privacy.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.marquetry.platform.testing.Felix;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

/// The HTTP door of the running framework, with the home's token.
record Door(HttpClient http, int port, Path token) {
  static Door open(Felix felix, Path home) throws IOException {
    int port = freePort();
    BundleContext context = felix.context();
    ServiceReference<ConfigurationAdmin> admin =
        context.getServiceReference(ConfigurationAdmin.class);
    context
        .getService(admin)
        .getConfiguration("org.marquetry.platform.http", "?")
        .update(FrameworkUtil.asDictionary(Map.of("port", port)));
    felix.start("org.marquetry.platform.http");
    Path token = home.resolve("run/token");
    Felix.until("the token is there", () -> Files.exists(token));
    Door door = new Door(HttpClient.newHttpClient(), port, token);
    for (String path : new String[] {"events", "privacy/exports", "privacy/declarations"}) {
      Felix.until(
          path + " answers", () -> Set.of(200, 405).contains(door.status("/api/v1/" + path)));
    }
    return door;
  }

  private int status(String path) {
    try {
      return get(path).statusCode();
    } catch (UncheckedIOException notYet) {
      return 404;
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// As it stands now: each start of the door makes a new one.
  private String secret() {
    try {
      return Files.readString(token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + secret());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
