package org.marquetry.settings.core;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/// The names that the loggers of a bundle begin with: loggers are named after classes.
final class Loggers {
  private Loggers() {}

  /// Its symbolic name when its packages begin with that, else its topmost packages.
  static Set<String> of(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    return wiring == null
        ? Set.of(bundle.getSymbolicName())
        : of(
            bundle.getSymbolicName(),
            wiring.listResources(
                "/",
                "*.class",
                BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE));
  }

  static Set<String> of(String symbolicName, Collection<String> classes) {
    Set<String> packages = new TreeSet<>();
    for (String file : classes) {
      int slash = file.lastIndexOf('/');
      if (slash > 0 && !file.startsWith("META-INF/")) {
        packages.add(file.substring(0, slash).replace('/', '.'));
      }
    }
    Set<String> top = new TreeSet<>();
    for (String name : packages) { // sorted: a package before those below it
      if (isBelow(name, symbolicName)) {
        return Set.of(symbolicName);
      }
      if (top.stream().noneMatch(t -> isBelow(name, t))) {
        top.add(name);
      }
    }
    return top.isEmpty() ? Set.of(symbolicName) : top;
  }

  private static boolean isBelow(String name, String above) {
    return name.equals(above) || name.startsWith(above + ".");
  }
}
