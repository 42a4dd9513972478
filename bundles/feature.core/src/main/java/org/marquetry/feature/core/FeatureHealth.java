package org.marquetry.feature.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.marquetry.lib.feature.FeatureException;
import org.marquetry.lib.feature.Pointer;
import org.marquetry.lib.feature.QuarantineFile;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// Says when the suite does not run as it was last meant to.
@Provider("feature.core")
@Component
public final class FeatureHealth implements HealthCheck {
  private final StateStore store;
  private final QuarantineFile quarantine;
  private final boolean safe;

  @Activate
  public FeatureHealth(BundleContext context) {
    this(
        StateStore.folder(Path.of(Objects.requireNonNull(context.getProperty("marquetry.home")))),
        Boolean.parseBoolean(context.getProperty("marquetry.safe")));
  }

  FeatureHealth(Path folder, boolean safe) {
    this.store = new StateStore(folder);
    this.quarantine = new QuarantineFile(folder);
    this.safe = safe;
  }

  @Override
  public String name() {
    return "feature.core";
  }

  @Override
  public Health check() {
    try {
      Pointer pointer = store.pointer();
      if (safe) {
        return Health.warn(
            "The suite was started with --safe, in the last state that ran well."
                + " `feature rollback` makes that last.");
      }
      if (pointer.refused().isPresent()) {
        return Health.warn(
            "State "
                + pointer.refused().get().state()
                + " was given up ("
                + pointer.refused().get().why()
                + "); the state before runs. The next change ends this notice.");
      }
      List<QuarantineFile.Held> held = quarantine.read();
      if (!held.isEmpty()) {
        QuarantineFile.Held last = held.getLast();
        return Health.warn(
            last.bundle()
                + " is held: "
                + last.why()
                + ". `feature release` lets it run again; another version may do better.");
      }
      return pointer.trial().isPresent() && pointer.attempts() == 0
          ? Health.ok("A change waits for the next start of the suite.")
          : Health.ok("The suite runs as it was last changed.");
    } catch (FeatureException e) {
      return Health.warn(String.valueOf(e.getMessage()));
    }
  }
}
