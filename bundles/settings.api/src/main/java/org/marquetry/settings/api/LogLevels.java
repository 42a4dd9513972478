package org.marquetry.settings.api;

import java.time.Instant;
import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// How much single bundles write into the log. Counts at once, and again at each start.
@ProviderType
@Requires("settings.read")
public interface LogLevels {
  /// The levels that were set, by bundle; the others follow the operator's `etc/logback.xml`.
  List<Set> levels();

  /// Set the level of one bundle.
  ///
  /// @param bundle symbolic name
  /// @throws IllegalArgumentException if no such bundle is there
  @Requires("settings.change")
  void set(String bundle, Level level);

  /// Let a bundle follow the operator's `etc/logback.xml` again.
  @Requires("settings.change")
  void reset(String bundle);

  /// From little to much.
  enum Level {
    OFF,
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  /// A level that was set.
  ///
  /// @param by id of the actor who set it
  record Set(String bundle, Level level, Instant at, String by) {}
}
