package org.marquetry.launcher;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What the command line asks about settings of extensions, and about log levels.
final class SettingsQuestions {
  private static final String COMPONENTS = "/settings/components";
  private static final String LEVELS = "/log-levels";
  private static final String USUAL = "default";

  private SettingsQuestions() {}

  static void add(Map<String, Question> all) {
    all.put("settings list", Question.of(door -> door.get(COMPONENTS), SettingsText::list));
    all.put(
        "settings show",
        Question.about("COMPONENT", (door, c) -> door.get(at(c)), SettingsText::group));
    all.put(
        "settings set",
        new Question(
            List.of("COMPONENT", "[KEY=VALUE...]"),
            List.of(
                new Flag(
                    "--secret", "KEY", "its value is typed unseen, or read from standard input")),
            (door, asked) -> door.send("PUT", at(asked.operand(0)), values(asked)),
            SettingsText::group));
    all.put(
        "settings history",
        Question.about(
            "COMPONENT", (door, c) -> door.get(at(c) + "/history"), SettingsText::history));
    all.put(
        "settings restore",
        new Question(
            List.of("COMPONENT", "NUMBER"),
            List.of(),
            (door, asked) ->
                door.send(
                    "POST",
                    at(asked.operand(0)) + "/restore",
                    Json.write(Map.of("number", number(asked.operand(1))))),
            SettingsText::group));
    all.put(
        "settings reset",
        Question.about(
            "COMPONENT",
            (door, c) -> door.send("POST", at(c) + "/reset", ""),
            SettingsText::group));
    all.put("log list", Question.of(door -> door.get(LEVELS), SettingsText::levels));
    all.put(
        "log level",
        new Question(
            List.of("BUNDLE", "LEVEL"),
            List.of(),
            (door, asked) -> level(door, asked.segment(0), asked.operand(1)),
            SettingsText::levels));
  }

  private static String at(String component) {
    return COMPONENTS + "/" + Door.segment(component);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Problem.usage(
          "NUMBER is that of a change, as `settings history` lists them; got \"" + text + "\"");
    }
  }

  private static JsonObject level(Door door, String bundle, String level) {
    String path = LEVELS + "/" + bundle;
    return level.equals(USUAL)
        ? door.send("DELETE", path, "")
        : door.send("PUT", path, Json.write(Map.of("level", level.toUpperCase(Locale.ROOT))));
  }

  private static String values(Asked asked) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String word : asked.operands().subList(1, asked.operands().size())) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw Problem.usage(
            "a value is KEY=VALUE (KEY= for the default, KEY=A KEY=B for several); got \""
                + word
                + "\"");
      }
      List<String> of = values.computeIfAbsent(word.substring(0, equals), _ -> new ArrayList<>());
      if (equals + 1 < word.length()) {
        of.add(word.substring(equals + 1));
      }
    }
    asked.values("--secret").forEach(key -> values.put(key, List.of(secret(key))));
    if (values.isEmpty()) {
      throw Problem.usage("say what to set: KEY=VALUE or --secret KEY");
    }
    return Json.write(
        Map.of(
            "values",
            values.entrySet().stream()
                .map(e -> Map.of("key", e.getKey(), "value", e.getValue()))
                .toList()));
  }

  /// A secret stands neither in the shell's history nor in the list of processes.
  private static String secret(String key) {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      return Optional.ofNullable(terminal.get().readPassword("%s: ", key))
          .map(String::new)
          .orElse("");
    }
    try {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line == null || line.isEmpty()) {
        throw Problem.usage("--secret " + key + ": nothing stands on standard input");
      }
      return line;
    } catch (IOException e) {
      throw Problem.failure("standard input cannot be read: " + e.getMessage());
    }
  }
}
