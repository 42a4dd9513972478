package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole suite answers for every file in its data folder.
class PersonalDataTest {
  @TempDir Path scratch;

  @Test
  void theSuiteHasDeclaredWhatItKeeps() throws Exception {
    Path home = scratch.resolve("home");
    try (RunningHome suite = RunningHome.start(scratch, home)) {
      String declared = declarations(suite);
      for (String store : new String[] {"journal", "outbox", "projections", "warehouse"}) {
        assertTrue(declared.contains("\"store\":\"" + store + "\""), declared);
      }
      assertTrue(declared.endsWith("\"undeclared\":[]}"), declared);
      Files.createDirectories(home.resolve("data/diary")); // the planted breach
      assertTrue(declarations(suite).endsWith("\"undeclared\":[\"data/diary\"]}"));
      assertTrue(suite.ready().body().contains("data/diary"), "health tells it too");
      suite.stop();
    }
  }

  /// Waits until the operation answers: bundles come one after the other.
  private static String declarations(RunningHome suite) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    HttpResponse<String> answer = ask(suite);
    while (answer.statusCode() == 404 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
      answer = ask(suite);
    }
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static HttpResponse<String> ask(RunningHome suite) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + suite.port() + "/api/v1/privacy/declarations"))
            .header(
                "Authorization", "Bearer " + Files.readString(suite.home().resolve("run/token")))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
