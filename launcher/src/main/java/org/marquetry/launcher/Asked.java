package org.marquetry.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.lib.suggestion.Suggestion;

/// The words of a command that asks the running suite.
///
/// @param operands the words that are no flags
/// @param values by flag, in the order given
/// @param json whether the answer is printed as JSON
record Asked(
    Optional<Path> home, List<String> operands, Map<String, List<String>> values, boolean json) {
  private static final List<String> FLAGS = List.of("--home", "--json", "--help");

  /// Read the words.
  ///
  /// @param question what may follow
  /// @throws Problem if a flag is unknown or has no value, or an operand is missing or too much
  static Asked of(String command, Question question, Arguments arguments) {
    Optional<Path> home = arguments.home();
    boolean json = false;
    List<String> operands = new ArrayList<>();
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<String> words = arguments.rest();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String flag = equals < 0 ? word : word.substring(0, equals);
      if (word.equals("--json")) {
        json = true;
      } else if (flag.equals("--home")
          || question.flags().stream().anyMatch(f -> f.name().equals(flag))) {
        if (equals < 0 && i + 1 == words.size()) {
          throw Problem.usage(flag + " needs a value after it");
        }
        String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
        if (flag.equals("--home")) {
          home = Optional.of(Path.of(value).toAbsolutePath().normalize());
        } else {
          values.computeIfAbsent(flag, _ -> new ArrayList<>()).add(value);
        }
      } else if (word.startsWith("-")) {
        throw Problem.usage(
            "unknown flag \"" + word + "\"" + Suggestion.hint(word, known(question)));
      } else if (operands.size() == question.operands().size() && !question.more()) {
        throw Problem.usage("unknown word \"" + word + "\" after " + usage(command, question));
      } else {
        operands.add(word);
      }
    }
    if (operands.size() < question.needed()) {
      throw Problem.usage(
          question.operands().get(operands.size()) + " is missing: " + usage(command, question));
    }
    return new Asked(home, List.copyOf(operands), values, json);
  }

  private static List<String> known(Question question) {
    return Stream.concat(FLAGS.stream(), question.flags().stream().map(Question.Flag::name))
        .toList();
  }

  private static String usage(String command, Question question) {
    return ("launcher/marquetry " + command + " " + question.usage()).strip();
  }

  String operand(int number) {
    return operands.get(number);
  }

  /// An operand as a part of a path.
  String segment(int number) {
    return Door.segment(operand(number));
  }

  /// The last value of a flag; empty when it was not given.
  Optional<String> value(String flag) {
    return values(flag).stream().reduce((_, last) -> last);
  }

  List<String> values(String flag) {
    return values.getOrDefault(flag, List.of());
  }

  /// The value of a flag that must be given.
  ///
  /// @throws Problem if it was not
  String needed(String flag) {
    return value(flag).orElseThrow(() -> Problem.usage(flag + " is missing"));
  }

  /// The given flags as a query, `?search=tea&limit=5`; empty when there are none.
  String query() {
    List<String> parts = new ArrayList<>();
    values.forEach((flag, all) -> parts.add(flag.substring(2) + "=" + Door.segment(all.getLast())));
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }
}
