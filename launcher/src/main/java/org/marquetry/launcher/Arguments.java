package org.marquetry.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.suggestion.Suggestion;

/// What stands on the command line.
///
/// @param command the words of the command; empty: none was given
/// @param home the folder named by `--home`
/// @param settings `KEY=VALUE` of every `--set`; `--port N` is one of them
/// @param keep a home that a command makes anew stays as it is
/// @param safe start the state that last ran well
/// @param rest what the command itself reads
record Arguments(
    String command,
    Optional<Path> home,
    List<String> settings,
    boolean keep,
    boolean safe,
    boolean help,
    List<String> rest) {
  private static final List<String> FLAGS =
      List.of("--home", "--port", "--set", "--keep", "--safe", "--help", "--version");

  /// Split the command line.
  ///
  /// @param commands all known commands; the longest that fits is taken (`lab clv` before `lab`)
  /// @param suite those that start the suite: our flags may also follow them
  /// @throws Problem if a flag or command is unknown, with the closest known one
  static Arguments parse(
      List<String> words, Collection<String> commands, Collection<String> suite) {
    Optional<Path> home = Optional.empty();
    List<String> settings = new ArrayList<>();
    boolean keep = false;
    boolean safe = false;
    boolean help = false;
    String command = "";
    int i = 0;
    while (i < words.size()) {
      String word = words.get(i);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String flag = equals < 0 ? word : word.substring(0, equals);
      if (List.of("--home", "--port", "--set").contains(flag)) {
        String value = equals < 0 ? value(words, ++i, flag) : word.substring(equals + 1);
        if (flag.equals("--home")) home = Optional.of(Path.of(value).toAbsolutePath().normalize());
        else settings.add(flag.equals("--port") ? HttpPort.KEY + "=" + value : value);
      } else if (flag.equals("--help") || flag.equals("-h")) {
        help = true;
      } else if (flag.equals("--keep")) {
        keep = true;
      } else if (flag.equals("--safe")) {
        safe = true;
      } else if (word.startsWith("-") || !command.isEmpty()) {
        throw Problem.usage(
            "unknown "
                + (word.startsWith("-") ? "flag " : "word ")
                + "\""
                + word
                + "\""
                + Suggestion.hint(word, FLAGS)
                + "; `launcher/marquetry --help` lists what there is");
      } else {
        command = command(words.subList(i, words.size()), commands);
        i += command.split(" ").length - 1;
        if (!suite.contains(command)) {
          return new Arguments(
              command,
              home,
              settings,
              keep,
              safe,
              help,
              List.copyOf(words.subList(i + 1, words.size())));
        }
      }
      i++;
    }
    return new Arguments(command, home, settings, keep, safe, help, List.of());
  }

  private static String command(List<String> words, Collection<String> commands) {
    for (int n = Math.min(3, words.size()); n > 0; n--) {
      String name = String.join(" ", words.subList(0, n));
      if (commands.contains(name)) return name;
    }
    String first = words.getFirst();
    List<String> below = commands.stream().filter(c -> c.startsWith(first + " ")).sorted().toList();
    if (below.isEmpty()) {
      throw Problem.usage(
          "unknown command \""
              + first
              + "\""
              + Suggestion.hint(first, commands)
              + "; `launcher/marquetry --help` lists the commands");
    }
    if (words.size() == 1 || words.get(1).startsWith("-")) {
      throw Problem.usage("say which: " + String.join(", ", below));
    }
    String two = first + " " + words.get(1);
    throw Problem.usage(
        "unknown command \""
            + two
            + "\""
            + Suggestion.hint(two, below)
            + "; there is "
            + String.join(", ", below));
  }

  private static String value(List<String> words, int i, String flag) {
    if (i >= words.size()) throw Problem.usage(flag + " needs a value after it");
    return words.get(i);
  }
}
