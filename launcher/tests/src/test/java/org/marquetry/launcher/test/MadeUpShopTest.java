package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.launcher.test.RunningHome.Result;

/// The made-up shop has a home of its own and never touches another.
final class MadeUpShopTest {
  @TempDir Path scratch;

  @Test
  void itIsStoppedAndRemovedFromTheCommandLine() throws Exception {
    Path home = scratch.resolve("sample");
    try (Launched demo =
        Launched.jar(
            scratch,
            Launched.REPOSITORY,
            Map.of(),
            "demo",
            "--home",
            home.toString(),
            "--port",
            Integer.toString(RunningHome.freePair()))) {
      demo.untilErr(err -> err.contains("One-time token"));
      Result stopped = call("demo", "stop", "--home", home.toString());
      assertEquals(0, stopped.code(), stopped.err());
      assertTrue(stopped.out().contains("process " + demo.pid()), stopped.out());
      demo.exitCode();
    }
    assertTrue(Files.exists(home.resolve("made-by-demo")));
    Result again = call("demo", "stop", "--home", home.toString());
    assertTrue(again.out().startsWith("No made-up shop runs on "), again.out());
    assertEquals(0, call("demo", "remove", "--home", home.toString()).code());
    assertFalse(Files.exists(home));
    assertEquals(0, call("demo", "remove", "--home", home.toString()).code());
  }

  @Test
  void aShopOfItsOwnIsNeverTakenForIt() throws Exception {
    Path own = scratch.resolve("own");
    Files.createDirectories(own.resolve("data/journal"));
    for (String[] words :
        new String[][] {
          {"demo", "--home", own.toString()},
          {"demo", "--keep", "--home", own.toString()},
          {"demo", "stop", "--home", own.toString()},
          {"demo", "remove", "--home", own.toString()}
        }) {
      Result refused = call(words);
      assertEquals(1, refused.code(), String.join(" ", words));
      assertTrue(refused.err().contains(own.toString()), refused.err());
    }
    assertTrue(Files.exists(own.resolve("data/journal")));
    assertFalse(Files.exists(own.resolve("made-by-demo")));
  }

  @Test
  void aShopOfItsOwnStartsStopsAndRemovesIt() throws Exception {
    Path sample = scratch.resolve("sample");
    String where = "org.marquetry.sandbox.home.home=" + sample;
    String port = "org.marquetry.sandbox.home.port=" + RunningHome.freePair();
    try (RunningHome own =
        RunningHome.start(scratch, scratch.resolve("own"), "--set", where, "--set", port)) {
      own.until("known", () -> phase(own).equals("none"));
      assertEquals(200, own.ask("POST", "/sample-shop/start").statusCode());
      own.until("running", () -> phase(own).equals("running"));
      HttpResponse<String> running = own.ask("GET", "/sample-shop");
      assertFalse(running.body().contains("oken"), "the door tells no token");
      String address = Files.readString(sample.resolve("run/address")).strip();
      assertTrue(running.body().contains(address), running.body());
      own.until("its pages are there", () -> RunningHome.get(address + "/").statusCode() == 200);
      assertEquals(409, own.ask("DELETE", "/sample-shop").statusCode());
      assertEquals(200, own.ask("POST", "/sample-shop/stop").statusCode());
      own.until("stopped", () -> phase(own).equals("stopped"));
      assertEquals(200, own.ask("DELETE", "/sample-shop").statusCode());
      assertFalse(Files.exists(sample));
      assertEquals("none", phase(own));
    } finally {
      call("demo", "stop", "--home", sample.toString());
    }
  }

  private static String phase(RunningHome own) throws Exception {
    String body = own.ask("GET", "/sample-shop").body();
    return body.replaceAll("(?s).*\"phase\":\"([a-z]+)\".*", "$1");
  }

  private Result call(String... words) throws Exception {
    return RunningHome.call(scratch, words);
  }
}
