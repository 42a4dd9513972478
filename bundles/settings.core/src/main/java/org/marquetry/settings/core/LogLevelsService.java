package org.marquetry.settings.core;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.access.api.Audit;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.settings.api.LogLevels;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Sets log levels, and sets them again at each start.
@Provider("core")
@Component(immediate = true)
public final class LogLevelsService implements LogLevels {
  private static final String STARTED_WITH = "org.ops4j.pax.logging.StaticLogbackFile";

  private final BundleContext context;
  private final SettingsTable table;
  private final Audit audit;
  private final InstantSource clock;
  private final LogFile file;

  @Activate
  public LogLevelsService(
      BundleContext context,
      @Reference SettingsTable table,
      @Reference ConfigurationAdmin admin,
      @Reference Audit audit,
      @Reference InstantSource clock) {
    this.context = context;
    this.table = table;
    this.audit = audit;
    this.clock = clock;
    this.file =
        new LogFile(
            admin,
            Path.of(Objects.requireNonNullElse(context.getProperty(STARTED_WITH), "logback.xml")),
            context.getDataFile("logback.xml").toPath());
    if (!table.levels().isEmpty()) {
      write();
    }
  }

  @Override
  public List<Set> levels() {
    return table.levels();
  }

  @Override
  public synchronized void set(String bundle, Level level) {
    if (bundle(bundle).isEmpty()) {
      throw new Rejected(
          new Words("没有名为 " + bundle + " 的组件包", "there is no bundle called " + bundle));
    }
    table.put(new Set(bundle, level, clock.instant(), Actor.current().name()));
    changed(bundle, level.name());
  }

  @Override
  public synchronized void reset(String bundle) {
    table.removeLevel(bundle);
    changed(bundle, "default");
  }

  private void changed(String bundle, String level) {
    write();
    audit.note(new Audit.Act("log.level", "bundle/" + bundle, Map.of("level", level)));
  }

  /// A bundle that is away now gets its level when the suite starts with it again.
  private void write() {
    Map<String, Level> byLogger = new TreeMap<>();
    for (Set level : table.levels()) {
      bundle(level.bundle())
          .map(Loggers::of)
          .orElse(java.util.Set.of(level.bundle()))
          .forEach(name -> byLogger.put(name, level.level()));
    }
    file.write(byLogger);
  }

  private Optional<Bundle> bundle(String name) {
    return Arrays.stream(context.getBundles())
        .filter(b -> name.equals(b.getSymbolicName()))
        .max(Comparator.comparingLong(Bundle::getBundleId));
  }
}
