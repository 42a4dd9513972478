package org.marquetry.feature.core;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/// What the components of installed bundles promise. Each bundle is read once: that costs more than
/// all else that is told of it, and whoever watches the suite asks every few seconds.
final class Promises {
  private final Map<Content, Set<Promise>> read = new ConcurrentHashMap<>();

  /// A bundle until it is updated.
  private record Content(long bundle, long since) {
    static Content of(Bundle bundle) {
      return new Content(bundle.getBundleId(), bundle.getLastModified());
    }
  }

  Set<Promise> of(Bundle bundle) {
    return read.computeIfAbsent(Content.of(bundle), _ -> Promise.of(bundle));
  }

  /// Forget all but these.
  void keep(Bundle... bundles) {
    read.keySet()
        .retainAll(Arrays.stream(bundles).map(Content::of).collect(Collectors.toUnmodifiableSet()));
  }
}
