package org.marquetry.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.suggestion.Suggestion;

/// The words of `import`.
///
/// @param id of an import; empty for a file and for the list
/// @param file empty when an id is named
record ImportWords(
    What what,
    String id,
    String file,
    Optional<Path> home,
    Optional<String> role,
    Optional<Path> mapping,
    boolean dryRun,
    boolean json) {
  private static final List<String> FLAGS =
      List.of(
          "--home",
          "--role",
          "--mapping",
          "--dry-run",
          "--json",
          "--list",
          "--show",
          "--errors",
          "--undo",
          "--discard");

  enum What {
    FILE,
    LIST,
    SHOW,
    ERRORS,
    UNDO,
    DISCARD
  }

  /// @throws Problem if a flag is unknown, has no value, or nothing is asked
  static ImportWords of(Arguments arguments) {
    Reader reader = new Reader(arguments.rest());
    Optional<Path> home = arguments.home();
    Optional<String> role = Optional.empty();
    Optional<Path> mapping = Optional.empty();
    boolean dryRun = false;
    boolean json = false;
    What what = What.FILE;
    String id = "";
    String file = "";
    while (reader.more()) {
      String word = reader.next();
      switch (word) {
        case "--json" -> json = true;
        case "--dry-run" -> dryRun = true;
        case "--home" -> home = Optional.of(path(reader.value(word)));
        case "--role" -> role = Optional.of(reader.value(word));
        case "--mapping" -> mapping = Optional.of(path(reader.value(word)));
        case "--list" -> what = What.LIST;
        case "--show", "--errors", "--undo", "--discard" -> {
          what = What.valueOf(word.substring(2).toUpperCase(java.util.Locale.ROOT));
          id = reader.value(word);
        }
        default -> {
          if (word.startsWith("-") || !file.isEmpty()) {
            throw Problem.usage("unknown word \"" + word + "\"" + Suggestion.hint(word, FLAGS));
          }
          file = word;
        }
      }
    }
    if (what == What.FILE && file.isEmpty()) {
      throw Problem.usage("FILE is missing\n" + Importing.USAGE.stripTrailing());
    }
    return new ImportWords(what, id, file, home, role, mapping, dryRun, json);
  }

  private static Path path(String word) {
    return Path.of(word).toAbsolutePath().normalize();
  }

  /// Reads words; `--flag=value` counts as two.
  private static final class Reader {
    private final List<String> words;
    private int at;

    Reader(List<String> given) {
      words =
          given.stream()
              .flatMap(w ->
                  w.startsWith("--") && w.contains("=")
                      ? java.util.Arrays.stream(w.split("=", 2))
                      : java.util.stream.Stream.of(w))
              .toList();
    }

    boolean more() {
      return at < words.size();
    }

    String next() {
      return words.get(at++);
    }

    String value(String flag) {
      if (!more()) {
        throw Problem.usage(flag + " needs a value after it");
      }
      return next();
    }
  }
}
