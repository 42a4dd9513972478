package org.marquetry.launcher;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.lib.feature.FeatureCommand;
import org.marquetry.lib.feature.Repository;

/// What `--help` prints.
final class Help {
  private Help() {}

  static String general(Repository repository) {
    List<FeatureCommand> commands =
        repository.features().values().stream().flatMap(f -> f.commands().stream()).toList();
    return "Marquetry, precision marketing for an online shop.\n\n"
        + "Usage: launcher/marquetry [FLAGS] COMMAND ...\n\nCommands:\n"
        + list(commands)
        + "\nFlags:\n"
        + flags()
        + "\n`launcher/marquetry COMMAND --help` tells more about one command.";
  }

  /// The commands below one word (`lab --help` lists `lab clv`, ...); empty when something else was
  /// asked.
  static Optional<String> group(List<String> words, Map<String, FeatureCommand> commands) {
    if (words.size() > 2 || words.isEmpty() || commands.containsKey(words.getFirst())) {
      return Optional.empty();
    }
    String first = words.getFirst();
    boolean asked = words.size() == 1 || words.get(1).equals("--help") || words.get(1).equals("-h");
    List<FeatureCommand> below =
        commands.values().stream().filter(c -> c.name().startsWith(first + " ")).toList();
    if (!asked || below.isEmpty()) return Optional.empty();
    return Optional.of(
        "Usage: launcher/marquetry " + first + " NAME ...\n\n" + list(below).stripTrailing());
  }

  private static String list(Collection<FeatureCommand> commands) {
    int width = commands.stream().mapToInt(c -> c.name().length()).max().orElse(0);
    var text = new StringBuilder();
    commands.stream()
        .sorted(Comparator.comparing(FeatureCommand::name))
        .forEach(c ->
            text.append("  ")
                .append(c.name())
                .append(" ".repeat(width - c.name().length() + 2))
                .append(c.summary())
                .append('\n'));
    return text.toString();
  }

  static String suite(FeatureCommand command) {
    return "Usage: launcher/marquetry "
        + command.name()
        + " [FLAGS]\n\n"
        + command.summary()
        + "\n\nFlags:\n"
        + flags().stripTrailing();
  }

  static String asking(FeatureCommand command, Question question) {
    return "Usage: launcher/marquetry "
        + (command.name() + " " + question.usage()).strip()
        + " [--home DIR] [--json]\n\n"
        + command.summary()
        + "\n\nFlags:\n"
        + flags(question)
        + """
        --home DIR  the home of the running suite (default $MARQUETRY_HOME, else ~/.marquetry)
        --json      print the answer as JSON
        --help      this text\
        """
            .indent(2)
            .stripTrailing();
  }

  private static String flags(Question question) {
    int width = question.flags().stream().mapToInt(f -> word(f).length()).max().orElse(0);
    var text = new StringBuilder();
    question
        .flags()
        .forEach(f ->
            text.append("  ").append(Fields.cell(word(f), width)).append(f.help()).append('\n'));
    return text.toString();
  }

  private static String word(Question.Flag flag) {
    return flag.name() + " " + flag.value();
  }

  private static String flags() {
    return """
      --home DIR              the folder of the installation (default $MARQUETRY_HOME, else ~/.marquetry)
      --port N                the port to listen on (default 8080)
      --keep                  of `demo`: go on with the home of the last time
      --safe                  of what starts the suite: as it last ran well, with the configuration of then
      --set COMPONENT.KEY=V   configure one key; wins over MARQUETRY_COMPONENT_KEY, which wins over DIR/etc/*.json
      --help                  this text
    """;
  }
}
