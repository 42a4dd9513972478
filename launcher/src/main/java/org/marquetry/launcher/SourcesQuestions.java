package org.marquetry.launcher;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What the command line asks about the sources of features: whom to trust, and repositories.
final class SourcesQuestions {
  private static final String TRUST = "/feature-trust";
  private static final String REPOSITORIES = "/feature-repositories";

  private SourcesQuestions() {}

  static void add(Map<String, Question> all) {
    trust(all);
    all.put(
        "feature repository list",
        Question.of(door -> door.get(REPOSITORIES), SourcesText::repositories));
    all.put(
        "feature repository add",
        new Question(
            List.of("NAME", "ADDRESS"),
            List.of(),
            (door, asked) -> {
              Map<String, Object> added =
                  Map.of("name", asked.operand(0), "address", address(asked.operand(1)));
              door.send("POST", REPOSITORIES, Json.write(added));
              return door.get(REPOSITORIES);
            },
            SourcesText::repositories));
    all.put(
        "feature repository remove",
        Question.about(
            "NAME",
            (door, name) -> door.send("DELETE", REPOSITORIES + "/" + Door.segment(name), ""),
            SourcesText::repositories));
    all.put(
        "feature available",
        Question.of(door -> door.get("/available-features"), SourcesText::available));
    all.put(
        "feature export",
        new Question(
            List.of("NAME..."),
            List.of(new Flag("--to", "FILE", "a file that is not there yet")),
            (door, asked) -> {
              String file = absolute(asked.needed("--to"));
              Map<String, Object> order = Map.of("features", asked.operands(), "file", file);
              return door.send("POST", "/feature-exports", Json.write(order));
            },
            SourcesText::exported));
  }

  private static void trust(Map<String, Question> all) {
    all.put("feature trust list", Question.of(door -> door.get(TRUST), SourcesText::trust));
    all.put(
        "feature trust add",
        Question.asking(
                "KEY",
                SourcesText::trust,
                (door, asked) -> {
                  Map<String, Object> key = new LinkedHashMap<>();
                  key.put("publicKey", asked.operand(0));
                  key.put("name", asked.needed("--name"));
                  key.put("suite", asked.value("--suite").map(SourcesQuestions::yes).orElse(false));
                  door.send("POST", TRUST + "/keys", Json.write(key));
                  return door.get(TRUST);
                })
            .with(
                new Flag("--name", "PUBLISHER", "whose key it is"),
                new Flag("--suite", "yes|no", "it may also replace what the suite came with")));
    all.put(
        "feature trust revoke",
        Question.asking(
                "ID",
                SourcesText::trust,
                (door, asked) ->
                    door.send(
                        "POST",
                        TRUST + "/keys/" + asked.segment(0) + "/revocation",
                        Json.write(Map.of("reason", asked.needed("--reason")))))
            .with(new Flag("--reason", "TEXT", "for whoever is refused later")));
    all.put("feature trust unsigned", allowing("/unsigned"));
    all.put("feature remote", allowing("/remote"));
  }

  private static Question allowing(String what) {
    return Question.asking(
        "on|off",
        SourcesText::trust,
        (door, asked) -> {
          JsonObject trust = door.get(TRUST);
          boolean on = onOff(asked.operand(0));
          if (Fields.isTrue(trust, what.substring(1)) == on) return trust;
          return door.send("PUT", TRUST + what, Json.write(Map.of("allowed", on)));
        });
  }

  private static boolean onOff(String word) {
    return switch (word) {
      case "on" -> true;
      case "off" -> false;
      default -> throw Problem.usage("say on or off, got \"" + word + "\"");
    };
  }

  private static boolean yes(String word) {
    return switch (word) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw Problem.usage("--suite is yes or no, got \"" + word + "\"");
    };
  }

  private static String address(String text) {
    return text.contains("://") ? text : absolute(text);
  }

  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }
}
