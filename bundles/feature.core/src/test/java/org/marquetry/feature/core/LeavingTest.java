package org.marquetry.feature.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;

class LeavingTest {
  private static final String PACKAGE = LeavingTest.class.getPackageName();

  private final TimersWhenTold timers = new TimersWhenTold();
  private final List<String> gone = new ArrayList<>();
  @TempDir Path storage;
  private Framework framework;
  private Leaving leaving;

  /// In a bundle: what a request runs.
  public static final class Page implements Callable<String> {
    @Override
    public String call() {
      return new Later().text;
    }
  }

  /// A class that a page loads at its first use only.
  static final class Later {
    final String text = "there";
  }

  @BeforeEach
  void start() throws Exception {
    framework =
        new FrameworkFactory()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
    framework.start();
    leaving = new Leaving(framework.getBundleContext(), gone::add, timers, new ReentrantLock());
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(0);
  }

  @Test
  void aRequestThatStillRunsFindsItsClassesUntilTheGraceIsOver() throws Exception {
    Bundle former = bundle("page", "1", Map.of());
    Callable<String> running = page(former);
    Callable<String> late = page(bundle("other", "1", Map.of()));

    leaving.take(List.of(former, bundle("other")));

    assertEquals(Bundle.RESOLVED, former.getState());
    assertTrue(Leaving.is(former));
    assertEquals(Optional.empty(), Location.of(former), "no part of the suite");
    assertEquals("there", running.call());
    assertEquals(List.of(), gone);
    timers.run();
    assertEquals(Bundle.UNINSTALLED, former.getState());
    assertEquals(2, gone.size());
    assertThrows(NoClassDefFoundError.class, late::call);
  }

  @Test
  void theNextChangeEndsItAndAnOlderTimerDoesNotEndTheNext() throws Exception {
    Bundle first = bundle("page", "1", Map.of());
    leaving.take(List.of(first));
    leaving.end();
    assertEquals(Bundle.UNINSTALLED, first.getState());

    Bundle second = bundle("page", "2", Map.of());
    leaving.take(List.of(second));
    assertEquals("there", page(second).call());
    assertEquals(List.of(first.getLocation()), gone);
    leaving.close();
    assertEquals(Bundle.UNINSTALLED, second.getState());
  }

  @Test
  void whatGivesOthersPackagesAndWhoUsesThemGoAtOnce() throws Exception {
    Bundle giver = bundle("giver", "1", Map.of(Constants.EXPORT_PACKAGE, PACKAGE));
    Bundle user = bundle("user", "1", Map.of(Constants.IMPORT_PACKAGE, PACKAGE));
    Bundle stays = bundle("stays", "1", Map.of(Constants.IMPORT_PACKAGE, PACKAGE));

    leaving.take(List.of(giver, user));

    assertEquals(Bundle.UNINSTALLED, giver.getState());
    assertEquals(Bundle.UNINSTALLED, user.getState());
    assertFalse(Leaving.is(stays));
    assertEquals(List.of(giver.getLocation(), user.getLocation()), gone);
  }

  @Test
  void aKillLeavesABundleThatNoLauncherStarts() throws Exception {
    leaving.take(List.of(bundle("page", "1", Map.of())));
    framework.stop();
    framework.waitForStop(0);
    start();

    Bundle left = bundle("page");
    assertTrue(left.getState() < Bundle.STARTING, "it is stopped for good");
    assertTrue(Leaving.is(left));
    leaving.end();
    assertEquals(Bundle.UNINSTALLED, left.getState());
  }

  private Bundle bundle(String name) {
    for (Bundle bundle : framework.getBundleContext().getBundles()) {
      if (name.equals(bundle.getSymbolicName())) return bundle;
    }
    throw new AssertionError("no bundle " + name);
  }

  @SuppressWarnings("unchecked") // it is ours
  private static Callable<String> page(Bundle bundle) throws Exception {
    return (Callable<String>)
        bundle
            .adapt(BundleWiring.class)
            .getClassLoader()
            .loadClass(Page.class.getName())
            .getConstructor()
            .newInstance();
  }

  private Bundle bundle(String name, String version, Map<String, String> headers) throws Exception {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.putValue("Manifest-Version", "1.0");
    main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    main.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
    main.putValue(Constants.BUNDLE_VERSION, version);
    headers.forEach(main::putValue);
    var bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      put(jar, Page.class);
      put(jar, Later.class);
    }
    String location = "marquetry:org.marquetry:" + name + ":" + version + ":0";
    Bundle bundle =
        framework
            .getBundleContext()
            .installBundle(location, new ByteArrayInputStream(bytes.toByteArray()));
    bundle.start();
    return bundle;
  }

  private static void put(JarOutputStream jar, Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new ZipEntry(path));
    try (InputStream content = type.getClassLoader().getResourceAsStream(path)) {
      Objects.requireNonNull(content).transferTo(jar);
    }
  }
}
