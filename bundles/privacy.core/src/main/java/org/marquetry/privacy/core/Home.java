package org.marquetry.privacy.core;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/// The home folder.
final class Home {
  private Home() {}

  static Path of(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is not set; start the suite with the launcher");
    }
    return Path.of(home);
  }
}
