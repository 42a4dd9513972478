package org.marquetry.feature.core.source;

import java.util.Comparator;
import org.osgi.framework.Version;

/// Orders versions as OSGi does; what is no such version comes before all that are.
final class VersionOrder {
  static final Comparator<String> NEWEST_LAST =
      Comparator.comparing(VersionOrder::of).thenComparing(Comparator.naturalOrder());

  private VersionOrder() {}

  private static Version of(String text) {
    try {
      return Version.parseVersion(text.replaceFirst("-", "."));
    } catch (IllegalArgumentException none) {
      return Version.emptyVersion;
    }
  }
}
