package org.marquetry.kit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;

/// The door of the suite that runs on a home. All that the kit asks it for is here.
record SuiteDoor(Path home, HttpClient client) implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(2); // a swap drains and probes

  static SuiteDoor of(Path home) {
    return new SuiteDoor(
        home.toAbsolutePath().normalize(),
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
  }

  /// Install a feature, or move the installed one to its version.
  ///
  /// @param folder with the feature file and its jars
  /// @throws ToolException if no suite runs or it refuses; the former version goes on
  void install(Path folder) throws IOException, InterruptedException {
    Map<String, Object> change =
        Map.of(
            "wishes",
            List.of(Map.of("kind", "install", "what", folder.toString())),
            "why",
            "dev",
            "probationSeconds",
            0);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(read("address") + "/api/v1/feature-changes"))
            .timeout(LONGEST)
            .header("Authorization", "Bearer " + read("token"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(change)))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) throw ToolException.failure(text(answer.body(), "detail"));
      if (text(answer.body(), "stage").equals("taken_back")) {
        throw ToolException.failure(text(answer.body(), "reason"));
      }
    } catch (ConnectException e) {
      throw absent();
    }
  }

  /// A member of an answer; the whole answer when it has none.
  private static String text(String answer, String member) {
    try {
      return Json.parse(answer).asObject().find(member).map(JsonValue::asString).orElse(answer);
    } catch (JsonException e) {
      return answer;
    }
  }

  private String read(String name) throws IOException {
    try {
      return Files.readString(home.resolve("run").resolve(name)).strip();
    } catch (NoSuchFileException e) {
      throw absent();
    }
  }

  private ToolException absent() {
    return ToolException.failure(
        "no suite runs on " + home + "; start it with launcher/marquetry run --home " + home);
  }

  @Override
  public void close() {
    client.close();
  }
}
