package org.marquetry.ui.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/// Swaps each bundle of the whole suite that may be swapped while it runs, and compares which
/// others restart with what the plan had said. What is replaced stays until the next change, so
/// that requests in it find their classes.
class BlastRadiusTest {
  @TempDir Path scratch;

  @Test
  void aSwapRestartsWhatItsPlanSays() throws Exception {
    Path home = Files.createDirectories(scratch.resolve("home"));
    try (RunningSuite suite = Suites.start(home, "suite")) {
      Door door = new Door(suite.address(), home);
      door.serves("features");
      door.serves("feature-states");
      Map<String, String> swappable = swappable(suite, door);
      assertTrue(swappable.size() > 30, "what can be swapped: " + swappable);
      Set<String> restarted = new ConcurrentSkipListSet<>();
      SynchronousBundleListener listener =
          event -> {
            if (event.getType() == BundleEvent.STARTED || event.getType() == BundleEvent.STOPPED) {
              restarted.add(name(event.getBundle()));
            }
          };
      suite.context().addBundleListener(listener);
      List<String> wrong = new ArrayList<>();
      Optional<Former> before = Optional.empty();
      for (Map.Entry<String, String> one : swappable.entrySet()) {
        String wish =
            "{\"wishes\": [{\"kind\": \"swap\", \"what\": \""
                + one.getValue()
                + "\"}],"
                + " \"probationSeconds\": 0}";
        JsonObject plan = read(door.post("feature-plans", wish));
        assertEquals(List.of(one.getKey()), texts(plan, "comes"), one + ": " + plan);
        Former former = Former.of(suite.bundle(symbolicName(one.getKey())));
        restarted.clear();
        JsonObject change = read(door.post("feature-changes", wish));
        assertEquals("committed", change.get("stage").asString());
        former.assertStillWorks();
        before.ifPresent(Former::assertGone);
        before = Optional.of(former);
        restarted.remove(one.getKey());
        Set<String> predicted = new TreeSet<>(texts(plan, "restarts"));
        if (!predicted.equals(new TreeSet<>(restarted))) {
          wrong.add(one.getKey() + " restarts " + restarted + ", the plan said " + predicted);
        }
      }
      assertEquals(List.of(), wrong);
      JsonObject status = read(door.get("status"));
      assertEquals(1, status.get("bundles").asObject().get("leaving").asLong());
      String last = before.orElseThrow().bundle.getSymbolicName();
      for (JsonValue check : status.get("checks").asArray().values()) {
        String said = check.asObject().get("message").asString();
        assertFalse(said.contains("not active"), last + " leaves, and nobody minds: " + said);
      }
    }
  }

  /// A bundle that is replaced, and the classes that a request in it may need.
  private record Former(Bundle bundle, ClassLoader loader, List<String> classes) {
    static Former of(Bundle bundle) {
      BundleWiring wiring = bundle.adapt(BundleWiring.class);
      String own = "/" + bundle.getSymbolicName().replace('.', '/');
      return new Former(
          bundle,
          wiring.getClassLoader(),
          wiring.listResources(own, "*.class", BundleWiring.LISTRESOURCES_LOCAL).stream()
              .map(path -> path.replace(".class", "").replace('/', '.'))
              .toList());
    }

    void assertStillWorks() throws ClassNotFoundException {
      assertEquals(Bundle.RESOLVED, bundle.getState(), bundle + " is stopped");
      assertFalse(classes.isEmpty(), bundle + " has classes");
      for (String name : classes) {
        assertSame(loader, loader.loadClass(name).getClassLoader());
      }
    }

    void assertGone() {
      assertEquals(Bundle.UNINSTALLED, bundle.getState(), bundle + " goes with the next change");
    }
  }

  /// Bundle -> `FEATURE/BUNDLE`, each once.
  private static Map<String, String> swappable(RunningSuite suite, Door door) throws Exception {
    Map<String, String> found = new TreeMap<>();
    JsonObject list = read(door.get("features"));
    for (JsonValue value : list.get("features").asArray().values()) {
      JsonObject feature = value.asObject();
      for (String name : texts(feature, "bundles")) {
        String symbolicName = symbolicName(name);
        Bundle bundle = suite.bundle(symbolicName);
        if ("live".equals(bundle.getHeaders("").get("Marquetry-Swap"))) {
          String artifact = symbolicName.substring("org.marquetry.".length());
          found.putIfAbsent(name, feature.get("name").asString() + "/" + artifact);
        }
      }
    }
    return found;
  }

  private static String symbolicName(String nameAndVersion) {
    return nameAndVersion.substring(0, nameAndVersion.indexOf(' '));
  }

  private static JsonObject read(String json) {
    return Json.parse(json).asObject();
  }

  private static List<String> texts(JsonObject object, String member) {
    return object.get(member).asArray().values().stream().map(JsonValue::asString).toList();
  }

  private static String name(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }
}
