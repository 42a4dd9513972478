package org.marquetry.launcher;

import java.util.Comparator;
import java.util.List;
import org.marquetry.lib.feature.FeatureCommand;
import org.marquetry.lib.feature.Repository;

/// What `--help` prints.
final class Help {
  private Help() {}

  static String general(Repository repository) {
    var text =
        new StringBuilder(
            "Marquetry, precision marketing for an online shop.\n\nUsage: launcher/marquetry [FLAGS] COMMAND ...\n\nCommands:\n");
    List<FeatureCommand> commands =
        repository.features().values().stream()
            .flatMap(f -> f.commands().stream())
            .sorted(Comparator.comparing(FeatureCommand::name))
            .toList();
    int width = commands.stream().mapToInt(c -> c.name().length()).max().orElse(0);
    for (FeatureCommand command : commands)
      text.append("  ")
          .append(command.name())
          .append(" ".repeat(width - command.name().length() + 2))
          .append(command.summary())
          .append('\n');
    return text.append("\nFlags:\n")
        .append(flags())
        .append("\n`launcher/marquetry COMMAND --help` tells more about one command.")
        .toString();
  }

  static String suite(FeatureCommand command) {
    return "Usage: launcher/marquetry "
        + command.name()
        + " [FLAGS]\n\n"
        + command.summary()
        + "\n\nFlags:\n"
        + flags().stripTrailing();
  }

  private static String flags() {
    return """
      --home DIR              the folder of the installation (default $MARQUETRY_HOME, else ~/.marquetry)
      --set COMPONENT.KEY=V   configure one key; wins over MARQUETRY_COMPONENT_KEY, which wins over DIR/etc/*.json
      --help                  this text
    """;
  }
}
