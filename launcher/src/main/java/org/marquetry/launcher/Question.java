package org.marquetry.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What a command asks the running suite, and how the answer is told.
///
/// @param operands the words that must follow the command, as the help names them; the last may be
///   there several times if it has `...`, and be left out if it stands in brackets
/// @param flags what may follow beside `--home`, `--json` and `--help`
/// @param call asks
/// @param text tells the answer to people
record Question(
    List<String> operands,
    List<Flag> flags,
    BiFunction<Door, Asked, JsonObject> call,
    Function<JsonObject, String> text) {
  Question {
    operands = List.copyOf(operands);
    flags = List.copyOf(flags);
  }

  /// A flag with a value.
  ///
  /// @param name for example `--until`
  /// @param value what the help calls the value
  /// @param help what it is
  record Flag(String name, String value, String help) {}

  /// A question without operands.
  static Question of(Function<Door, JsonObject> call, Function<JsonObject, String> text) {
    return new Question(List.of(), List.of(), (door, _) -> call.apply(door), text);
  }

  /// A question about one thing.
  static Question about(
      String operand,
      BiFunction<Door, String, JsonObject> call,
      Function<JsonObject, String> text) {
    return new Question(
        List.of(operand), List.of(), (door, asked) -> call.apply(door, asked.operand(0)), text);
  }

  /// A question whose answer hangs on flags too.
  ///
  /// @param operand empty: none
  static Question asking(
      String operand, Function<JsonObject, String> text, BiFunction<Door, Asked, JsonObject> call) {
    return new Question(operand.isEmpty() ? List.of() : List.of(operand), List.of(), call, text);
  }

  Question with(Flag... more) {
    return new Question(operands, Arrays.asList(more), call, text);
  }

  /// Whether more words may follow than operands are named.
  boolean more() {
    return !operands.isEmpty() && operands.getLast().contains("...");
  }

  /// How many words must follow.
  int needed() {
    return (int) operands.stream().filter(o -> !o.startsWith("[")).count();
  }

  /// What follows the command's words, for the help.
  String usage() {
    String all = String.join(" ", operands);
    String options =
        flags.stream()
            .map(f -> "[" + f.name() + " " + f.value() + "]")
            .collect(Collectors.joining(" "));
    return (all + " " + options).strip();
  }
}
