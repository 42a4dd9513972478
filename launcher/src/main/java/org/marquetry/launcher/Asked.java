package org.marquetry.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.suggestion.Suggestion;

/// The words of a command that asks the running suite.
///
/// @param operand the one word that is no flag; empty when the command takes none
/// @param json whether the answer is printed as JSON
record Asked(Optional<Path> home, String operand, boolean json) {
  private static final List<String> FLAGS = List.of("--home", "--json", "--help");

  /// Read the words.
  ///
  /// @param wanted name of the operand in the help; empty for none
  /// @throws Problem if a flag is unknown or the operand is missing or too much
  static Asked of(String command, String wanted, Arguments arguments) {
    Optional<Path> home = arguments.home();
    boolean json = false;
    String operand = "";
    List<String> words = arguments.rest();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--json")) {
        json = true;
      } else if (word.equals("--home") || word.startsWith("--home=")) {
        if (word.equals("--home") && i + 1 == words.size()) {
          throw Problem.usage("--home needs a value after it");
        }
        String value = word.equals("--home") ? words.get(++i) : word.substring("--home=".length());
        home = Optional.of(Path.of(value).toAbsolutePath().normalize());
      } else if (word.startsWith("-")) {
        throw Problem.usage("unknown flag \"" + word + "\"" + Suggestion.hint(word, FLAGS));
      } else if (wanted.isEmpty() || !operand.isEmpty()) {
        throw Problem.usage("unknown word \"" + word + "\" after " + usage(command, wanted));
      } else {
        operand = word;
      }
    }
    if (!wanted.isEmpty() && operand.isEmpty()) {
      throw Problem.usage(wanted + " is missing: " + usage(command, wanted));
    }
    return new Asked(home, operand, json);
  }

  private static String usage(String command, String wanted) {
    return ("launcher/marquetry " + command + " " + wanted).strip();
  }
}
