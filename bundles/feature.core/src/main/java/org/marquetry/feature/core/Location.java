package org.marquetry.feature.core;

import java.util.Optional;
import org.marquetry.lib.feature.ArtifactId;
import org.osgi.framework.Bundle;

/// A bundle's location: `marquetry:GROUP:ARTIFACT:VERSION:SHA-256`, with `#N` when the same content
/// is installed again.
record Location(ArtifactId id, String checksum) {
  /// Read the location of a bundle; empty for one that no feature owns, as one that leaves.
  static Optional<Location> of(Bundle bundle) {
    String[] parts = bundle.getLocation().split(":", -1);
    if (parts.length != 5 || !parts[0].equals("marquetry") || Leaving.is(bundle))
      return Optional.empty();
    String checksum =
        parts[4].contains("#") ? parts[4].substring(0, parts[4].indexOf('#')) : parts[4];
    return Optional.of(new Location(new ArtifactId(parts[1], parts[2], parts[3]), checksum));
  }

  /// The text, made unique by a number above 0.
  String text(int number) {
    return "marquetry:" + id + ":" + checksum + (number == 0 ? "" : "#" + number);
  }
}
