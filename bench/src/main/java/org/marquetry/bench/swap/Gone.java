package org.marquetry.bench.swap;

import java.lang.ref.WeakReference;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/// A bundle that was swapped, and whether something still holds its classes.
record Gone(String name, WeakReference<ClassLoader> loader) {
  static Gone of(Bundle bundle) {
    return new Gone(
        bundle.getSymbolicName(),
        new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
  }

  boolean isHeld() {
    return loader.get() != null;
  }
}
