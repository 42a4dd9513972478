package org.marquetry.kit;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/// Installs, starts, stops and removes an extension in a suite of its own, again and again: nothing
/// of it may stay.
final class Endurance {
  private static final int LOADERS_THAT_MAY_STAY = 2; // the last ones, until the suite forgets them

  private final Path repository;

  Endurance(Path repository) {
    this.repository = repository;
  }

  List<Finding> findings(List<Path> jars, int times) throws IOException {
    Path home = Files.createTempDirectory("check-extension");
    try (RunningSuite suite = RunningSuite.start(repository, home, "suite")) {
      return endured(suite, jars, times);
    } finally {
      delete(home);
    }
  }

  private static List<Finding> endured(RunningSuite suite, List<Path> jars, int times)
      throws IOException {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    round(suite, jars, 0, loaders); // what the suite itself makes once
    Set<String> before = threads();
    for (int i = 1; i <= times; i++) {
      String failed = round(suite, jars, i, loaders);
      if (!failed.isEmpty()) return List.of(new Finding("starts", failed));
    }
    List<Finding> findings = new ArrayList<>();
    long left = left(loaders);
    if (left > LOADERS_THAT_MAY_STAY) {
      findings.add(
          new Finding(
              "leak",
              "after "
                  + times
                  + " starts and stops the classes of "
                  + left
                  + " are still in memory: a static field, a thread or a listener holds them"));
    }
    Set<String> after = threads();
    after.removeAll(before);
    if (after.size() >= times / 2) {
      findings.add(
          new Finding(
              "leak",
              after.size() + " threads stay, as " + after.stream().sorted().findFirst().get()));
    }
    return findings;
  }

  /// Return why it does not start; empty when it does.
  private static String round(
      RunningSuite suite, List<Path> jars, int number, List<WeakReference<ClassLoader>> loaders)
      throws IOException {
    List<Bundle> bundles = new ArrayList<>();
    try {
      for (Path jar : jars) {
        Bundle bundle = suite.start("check:" + number + ":" + jar, Files.readAllBytes(jar));
        bundles.add(bundle);
        loaders.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
      }
      return "";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
    } finally {
      bundles.reversed().forEach(suite::remove);
    }
  }

  private static long left(List<WeakReference<ClassLoader>> loaders) {
    for (int i = 0; i < 50; i++) {
      System.gc();
      long left = loaders.stream().filter(l -> l.get() != null).count();
      if (left <= LOADERS_THAT_MAY_STAY) return left;
      pause();
    }
    return loaders.stream().filter(l -> l.get() != null).count();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Set<String> threads() {
    Set<String> names = new HashSet<>();
    Thread.getAllStackTraces().keySet().forEach(t -> names.add(t.threadId() + " " + t.getName()));
    return names;
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) Files.deleteIfExists(path);
  }
}
