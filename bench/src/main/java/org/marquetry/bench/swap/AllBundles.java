package org.marquetry.bench.swap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.Bundle;

/// Swaps every bundle that may be swapped while the suite runs, one after the other, as an operator
/// does: through the door, by the feature manager.
final class AllBundles implements AutoCloseable {
  private final RunningSuite suite;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String key;
  private final List<String> wishes;
  private final List<String> names;

  /// @param only one bundle by its symbolic name; empty: all
  AllBundles(RunningSuite suite, Path token, Optional<String> only)
      throws IOException, InterruptedException {
    this.suite = suite;
    this.key = "Bearer " + Files.readString(token).strip();
    Map<String, String> found = new TreeMap<>();
    JsonObject list = ask("GET", "features", HttpRequest.BodyPublishers.noBody());
    for (JsonValue value : list.get("features").asArray().values()) {
      JsonObject feature = value.asObject();
      for (JsonValue named : feature.get("bundles").asArray().values()) {
        String name = named.asString().substring(0, named.asString().indexOf(' '));
        if (only.orElse(name).equals(name)
            && "live".equals(suite.bundle(name).getHeaders("").get("Marquetry-Swap"))) {
          String artifact = name.substring("org.marquetry.".length());
          found.putIfAbsent(name, feature.get("name").asString() + "/" + artifact);
        }
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(only.orElse("none") + " is no bundle that is swapped");
    }
    names = List.copyOf(found.keySet());
    wishes = List.copyOf(found.values());
  }

  List<String> names() {
    return names;
  }

  /// What [#swap] swaps.
  String name(int number) {
    return names.get(number % names.size());
  }

  /// Swap one.
  ///
  /// @param number which; they take turns
  /// @return the bundle that went
  Gone swap(int number) throws IOException, InterruptedException {
    int one = number % wishes.size();
    Bundle old = suite.bundle(names.get(one));
    Gone gone = Gone.of(old);
    List<Map<String, String>> wish = List.of(Map.of("kind", "swap", "what", wishes.get(one)));
    String body = Json.write(Map.of("wishes", wish, "probationSeconds", 0));
    ask("POST", "feature-changes", HttpRequest.BodyPublishers.ofString(body));
    if (suite.bundle(names.get(one)).equals(old)) {
      throw new IllegalStateException(names.get(one) + " was not swapped");
    }
    return gone;
  }

  private JsonObject ask(String method, String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(suite.address() + "api/v1/" + path))
            .header("Authorization", key)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return Json.parse(answer.body()).asObject();
  }

  @Override
  public void close() {
    http.close();
  }
}
