package org.marquetry.platform.projection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.projection.Projection;
import org.marquetry.platform.api.projection.ProjectionException;
import org.marquetry.platform.api.projection.ProjectionStatus;
import org.marquetry.platform.api.projection.Projections;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The projections of the home folder.
@Provider("projection")
@Component
public final class JournalProjections implements Projections {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

  private final Journal journal;
  private final Path folder;
  private final SnapshotRule rule;
  private final List<Running<?>> all = new ArrayList<>(); // guarded by itself
  private final AtomicLong renewals = new AtomicLong();

  @Activate
  public JournalProjections(BundleContext context, @Reference Journal journal) {
    this(journal, folder(context), SnapshotRule.DEFAULT);
  }

  JournalProjections(Journal journal, Path folder, SnapshotRule rule) {
    this.journal = journal;
    this.folder = folder;
    this.rule = rule;
  }

  /// Open projections without a framework, for tests and benchmarks of other bundles.
  public static JournalProjections open(Journal journal, Path folder) {
    return new JournalProjections(journal, folder, SnapshotRule.DEFAULT);
  }

  private static Path folder(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is not set; start the suite with the launcher");
    }
    return Path.of(home, "data", "projections");
  }

  @Override
  public void start(Projection<?> projection) {
    if (!NAME.matcher(projection.name()).matches() || projection.formatVersion() < 1) {
      throw new IllegalArgumentException(
          "a projection's name is 1 to 64 letters, digits, dots and hyphens and its format version"
              + " is at least 1, got "
              + projection.name()
              + " and "
              + projection.formatVersion());
    }
    long before = renewals.get();
    Running<?> running = Actor.SYSTEM.call(() -> begin(projection));
    synchronized (all) {
      all.add(running);
    }
    if (renewals.get() != before) { // its snapshots may hold what is gone from the journal
      Actor.SYSTEM.run(() -> rebuild(running));
    }
  }

  private <S> Running<S> begin(Projection<S> projection) {
    try {
      Running<S> running = new Running<>(projection, journal, folder, rule);
      running.start();
      return running;
    } catch (IOException e) {
      throw new ProjectionException(
          "the snapshots of projection "
              + projection.name()
              + " in "
              + folder
              + " cannot be used: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public void stop(Projection<?> projection) {
    List<Running<?>> gone;
    synchronized (all) {
      gone = all.stream().filter(r -> r.projection().equals(projection)).toList();
    }
    gone.forEach(Running::stop);
    synchronized (
        all) { // only now: until its last snapshot is written, it is renewed with the rest
      all.removeAll(gone);
    }
  }

  @Override
  public List<ProjectionStatus> list() {
    return Actor.SYSTEM.call(() ->
        running().stream()
            .map(Running::status)
            .sorted(
                Comparator.comparing(ProjectionStatus::name)
                    .thenComparingInt(ProjectionStatus::formatVersion))
            .toList());
  }

  @Override
  public void rebuild(String name) {
    List<Running<?>> named =
        running().stream().filter(r -> r.projection().name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException("no projection with the name " + name + " runs");
    }
    for (Running<?> running : named) {
      Actor.SYSTEM.run(() -> rebuild(running));
    }
  }

  @Override
  public void renew() {
    renewals.incrementAndGet();
    for (Running<?> running : running()) {
      Actor.SYSTEM.run(() -> rebuild(running));
    }
  }

  private static void rebuild(Running<?> running) {
    try {
      running.rebuild();
    } catch (IOException e) {
      throw new ProjectionException(
          "projection " + running.projection().name() + " could not be rebuilt: " + e.getMessage(),
          e);
    }
  }

  private List<Running<?>> running() {
    synchronized (all) {
      return List.copyOf(all);
    }
  }

  @Deactivate
  void close() {
    List<Running<?>> left = running();
    left.forEach(Running::stop);
    synchronized (all) {
      all.removeAll(left);
    }
  }
}
