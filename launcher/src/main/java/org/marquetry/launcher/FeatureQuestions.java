package org.marquetry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What the command line asks about features: changes, how far they are, and the states kept.
final class FeatureQuestions {
  private static final Flag WHY = new Flag("--why", "TEXT", "what it is for; kept with the state");
  private static final Flag PROBATION =
      new Flag(
          "--probation",
          "SECONDS",
          "watch the new bundles so long before the change counts (default 10)");
  private static final Flag USERS =
      new Flag(
          "--users",
          "keep|hold|stop",
          "what becomes of what rests on what goes (default keep, with a part missing)");
  private static final Flag USER =
      new Flag("--user", "ID=CHOICE", "the same for one of them, by its id of the plan; again");
  private static final List<String> KINDS = List.of("install", "swap", "remove", "restore");

  private FeatureQuestions() {}

  static void add(Map<String, Question> all) {
    all.put("feature list", Question.of(door -> door.get("/features"), FeatureText::list));
    all.put(
        "feature upload",
        Question.about("FILE", (door, file) -> upload(door, Path.of(file)), FeatureText::upload));
    one(all, "feature install", "FILE-OR-NAME", "install");
    one(all, "feature swap", "NAME", "swap");
    one(all, "feature remove", "NAME", "remove");
    one(all, "feature rollback", "NUMBER", "restore");
    several(all, "feature plan", "/feature-plans", FeatureText::plan);
    several(all, "feature change", "/feature-changes", FeatureText::change);
    all.put(
        "feature last",
        Question.of(door -> door.get("/feature-changes/last"), FeatureText::change));
    all.put("feature keep", last("keep"));
    all.put("feature back", last("back"));
    all.put(
        "feature restart",
        Question.of(
            door -> door.send("POST", "/feature-changes/last/restart", ""),
            _ -> "the suite starts again\n"));
    all.put(
        "feature states", Question.of(door -> door.get("/feature-states"), FeatureText::states));
    all.put(
        "feature quarantine",
        Question.of(door -> door.get("/feature-quarantine"), FeatureText::held));
    all.put(
        "feature release",
        Question.asking(
            "BUNDLE",
            _ -> "it runs again\n",
            (door, asked) ->
                door.send("POST", "/feature-quarantine/" + asked.segment(0) + "/release", "")));
    all.put(
        "feature compare",
        new Question(
            List.of("FROM", "TO"),
            List.of(),
            (door, asked) ->
                door.get("/feature-states/" + asked.segment(0) + "/difference/" + asked.segment(1)),
            FeatureText::difference));
  }

  private static Question last(String word) {
    return Question.of(
        door -> door.send("POST", "/feature-changes/last/" + word, ""), FeatureText::change);
  }

  private static void one(Map<String, Question> all, String command, String operand, String kind) {
    BiFunction<Door, Asked, JsonObject> call =
        (door, asked) ->
            door.send(
                "POST", "/feature-changes", body(List.of(wish(kind, asked.operand(0))), asked));
    all.put(
        command,
        Question.asking(operand, FeatureText::change, call).with(WHY, PROBATION, USERS, USER));
  }

  private static void several(
      Map<String, Question> all,
      String command,
      String path,
      java.util.function.Function<JsonObject, String> text) {
    List<Flag> flags =
        new ArrayList<>(
            List.of(
                new Flag("--install", "FILE", "a .json, a folder or a .zip; may be given again"),
                new Flag("--swap", "NAME", "a running feature, or NAME/BUNDLE; again"),
                new Flag("--remove", "NAME", "an installed feature; again"),
                new Flag("--restore", "NUMBER", "a state that is kept"),
                WHY,
                PROBATION,
                USERS,
                USER));
    all.put(
        command,
        new Question(
            List.of(),
            flags,
            (door, asked) -> {
              List<Map<String, String>> wishes = new ArrayList<>();
              for (String kind : KINDS) {
                asked
                    .values()
                    .getOrDefault("--" + kind, List.of())
                    .forEach(what -> wishes.add(wish(kind, what)));
              }
              if (wishes.isEmpty()) {
                throw Problem.usage("say what: --install, --swap, --remove or --restore");
              }
              return door.send("POST", path, body(wishes, asked));
            },
            text));
  }

  private static Map<String, String> wish(String kind, String what) {
    return Map.of("kind", kind, "what", kind.equals("install") ? named(what) : what);
  }

  /// A file that is there, or is meant as one, by its absolute path; else a name.
  private static String named(String what) {
    Path path = Path.of(what);
    boolean file = what.endsWith(".json") || what.endsWith(".zip") || what.startsWith(".");
    return file || path.isAbsolute() || Files.exists(path)
        ? path.toAbsolutePath().normalize().toString()
        : what;
  }

  private static String body(List<Map<String, String>> wishes, Asked asked) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("wishes", wishes);
    asked.value("--why").ifPresent(why -> body.put("why", why));
    asked.value("--probation").ifPresent(s -> body.put("probationSeconds", seconds(s)));
    asked.value("--users").ifPresent(choice -> body.put("uses", choice));
    if (!asked.values("--user").isEmpty()) body.put("use", single(asked.values("--user")));
    return Json.write(body);
  }

  private static Map<String, String> single(List<String> words) {
    Map<String, String> single = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.lastIndexOf('=');
      if (equals < 1) {
        throw Problem.usage(
            "--user needs an id of the plan and a choice, as campaign/c-1=stop, got \""
                + word
                + "\"");
      }
      single.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return single;
  }

  private static JsonObject upload(Door door, Path file) {
    if (!Files.isRegularFile(file)) {
      throw Problem.usage("there is no file " + file.toAbsolutePath().normalize());
    }
    String id = Fields.text(door.send("POST", "/feature-uploads", ""), "id");
    try {
      return Parts.send(door, "/feature-uploads/" + id, file, _ -> {});
    } catch (IOException e) {
      throw Problem.failure("cannot read " + file + " (" + e.getMessage() + ")");
    }
  }

  private static double seconds(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Problem.usage("--probation needs a number of seconds, got \"" + text + "\"");
    }
  }
}
