package org.marquetry.settings.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.metatype.Definition;
import org.marquetry.lib.metatype.Metatype;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the bundles that are there say about their configuration. Bundles of the suite itself are
/// passed over, they are the operator's: their components are called `org.marquetry.`.
final class Definitions implements BundleTrackerCustomizer<List<Definition>>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Definitions.class);

  /// How the suite's own bundles and components begin.
  static final String OPERATORS = "org.marquetry.";

  private final Map<Bundle, List<Definition>> known = new ConcurrentHashMap<>();
  private final Consumer<Definition> came;
  private final BundleTracker<List<Definition>> tracker;

  /// @param came told of each definition before its bundle starts
  Definitions(BundleContext context, Consumer<Definition> came) {
    this.came = came;
    int there =
        Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;
    this.tracker = new BundleTracker<>(context, there, this);
  }

  void open() {
    tracker.open();
  }

  @Override
  public void close() {
    tracker.close();
  }

  @Override
  public List<Definition> addingBundle(Bundle bundle, @Nullable BundleEvent event) {
    List<Definition> all = read(bundle);
    known.put(bundle, all);
    all.forEach(came);
    return all;
  }

  @Override
  public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, List<Definition> all) {
    if (event != null && event.getType() == BundleEvent.UPDATED) {
      addingBundle(bundle, event);
    }
  }

  @Override
  public void removedBundle(Bundle bundle, @Nullable BundleEvent event, List<Definition> all) {
    known.remove(bundle);
  }

  List<Definition> of(Bundle bundle) {
    return known.getOrDefault(bundle, List.of());
  }

  /// The newest bundle with this symbolic name and version.
  Optional<Bundle> bundle(String nameAndVersion) {
    return known.keySet().stream()
        .filter(b -> (b.getSymbolicName() + " " + b.getVersion()).equals(nameAndVersion))
        .max(Comparator.comparingLong(Bundle::getBundleId));
  }

  private static List<Definition> read(Bundle bundle) {
    List<Definition> all = new ArrayList<>();
    var files = bundle.getEntryPaths(Metatype.FOLDER); // unlike a search, this resolves no bundle
    for (String path : files == null ? List.<String>of() : Collections.list(files)) {
      URL file = bundle.getEntry(path);
      if (file == null || !path.endsWith(".xml")) {
        continue;
      }
      try (InputStream in = file.openStream()) {
        Metatype.read(in).stream()
            .filter(d -> !d.factory() && !d.pid().startsWith(OPERATORS))
            .forEach(all::add);
      } catch (IOException e) {
        log.warn("{} of {} tells no settings: {}", file, bundle.getSymbolicName(), e.getMessage());
      }
    }
    return all;
  }
}
