package org.marquetry.settings.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.marquetry.settings.api.LogLevels.Level;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;

/// Tells the log how much to write: the operator's file, copied with the levels behind it.
final class LogFile {
  private static final String COMPONENT = "org.ops4j.pax.logging";
  private static final String FILE = "org.ops4j.pax.logging.logback.config.file";
  private static final String END = "</configuration>";

  private final ConfigurationAdmin admin;
  private final Path operators;
  private final Path ours;

  /// @param operators what the suite started with
  /// @param ours may be written
  LogFile(ConfigurationAdmin admin, Path operators, Path ours) {
    this.admin = admin;
    this.operators = operators;
    this.ours = ours;
  }

  /// @param levels by the loggers' name
  void write(Map<String, Level> levels) {
    try {
      Files.writeString(ours, with(Files.readString(operators), levels));
      admin
          .getConfiguration(COMPONENT, "?")
          .update(FrameworkUtil.asDictionary(Map.of(FILE, ours.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException("the log's levels cannot be written to " + ours, e);
    }
  }

  private static String with(String text, Map<String, Level> levels) {
    int end = text.lastIndexOf(END);
    if (end < 0) {
      throw new IllegalStateException(
          "the operator's logback.xml has no " + END + ", so that no level can be set");
    }
    String added =
        levels.entrySet().stream()
            .map(e -> "  <logger name=\"%s\" level=\"%s\"/>%n".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining());
    return text.substring(0, end) + added + text.substring(end);
  }
}
