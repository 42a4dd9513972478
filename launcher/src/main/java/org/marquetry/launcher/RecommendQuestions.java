package org.marquetry.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What the command line asks about recommendations and their rules.
final class RecommendQuestions {
  private static final String RULES = "/recommendations/rules";
  private static final String ID = "ID";
  private static final List<String> TARGETS = List.of("product", "brand", "category");

  private RecommendQuestions() {}

  static void add(Map<String, Question> all) {
    all.put(
        "recommend status",
        Question.of(door -> door.get("/recommendations/model"), RecommendText::model));
    all.put(
        "recommend train",
        Question.asking(
                "",
                JobText::line,
                (door, asked) ->
                    Questions.done(
                        door,
                        door.send(
                            "POST",
                            "/recommendations/train"
                                + asked
                                    .value("--algorithm")
                                    .map(a -> "?algorithm=" + Door.segment(a))
                                    .orElse(""),
                            "")))
            .with(
                new Flag(
                    "--algorithm",
                    "NAME",
                    "ials (usual), knn, sequence, ..., blend: all of them")));
    all.put(
        "recommend for",
        Question.about(
            "CUSTOMER",
            (door, id) -> door.get("/recommendations/customers/" + Door.segment(id)),
            RecommendText::products));
    all.put(
        "recommend why",
        new Question(
            List.of("CUSTOMER", "PRODUCT"),
            List.of(),
            (door, asked) ->
                door.get(
                    "/recommendations/customers/"
                        + asked.segment(0)
                        + "/products/"
                        + asked.segment(1)),
            RecommendText::place));
    all.put(
        "recommend visitor",
        Question.about(
            "VISITOR",
            (door, id) -> door.get("/recommendations/visitors/" + Door.segment(id)),
            RecommendText::products));
    all.put(
        "recommend compare",
        Question.of(
            door -> Questions.done(door, door.send("POST", "/recommendations/compare", "")),
            RecommendText::compared));
    all.put(
        "recommend models",
        Question.of(door -> door.get("/recommendations/snapshots"), RecommendText::models));
    all.put(
        "recommend serve",
        Question.about(
            "MODEL",
            (door, id) ->
                Questions.done(
                    door,
                    door.send(
                        "POST", "/recommendations/snapshots/" + Door.segment(id) + "/serve", "")),
            JobText::line));
    all.put(
        "recommend without",
        new Question(
            List.of("CUSTOMER", "PRODUCT", "PAST"),
            List.of(),
            (door, asked) ->
                door.get(
                    "/recommendations/customers/"
                        + asked.segment(0)
                        + "/products/"
                        + asked.segment(1)
                        + "/without/"
                        + asked.segment(2)),
            RecommendText::would));
    rules(all);
  }

  private static void rules(Map<String, Question> all) {
    all.put(
        "recommend rules list",
        Question.asking("", RuleText::list, (door, asked) -> door.get(RULES + asked.query()))
            .with(new Flag("--deleted", "true", "those that are deleted")));
    all.put(
        "recommend rules cost",
        Question.of(
            door -> Questions.done(door, door.send("POST", "/recommendations/rules-cost", "")),
            RuleText::cost));
    all.put(
        "recommend rules history",
        Question.about(
            ID,
            (door, id) -> door.get(RULES + "/" + Door.segment(id) + "/history"),
            RuleText::history));
    all.put(
        "recommend rules add",
        Question.asking(
                "KIND",
                RuleText::line,
                (door, asked) ->
                    door.send("POST", RULES, Json.write(wanted(asked.operand(0), asked))))
            .with(flags()));
    all.put(
        "recommend rules change",
        Question.asking(ID, RuleText::line, RecommendQuestions::change).with(flags()));
    all.put(
        "recommend rules remove",
        Question.about(
            ID,
            (door, id) -> door.send("DELETE", RULES + "/" + Door.segment(id), ""),
            RuleText::line));
    all.put(
        "recommend rules restore",
        Question.asking(
                ID,
                RuleText::line,
                (door, asked) ->
                    door.send(
                        "POST",
                        RULES + "/" + asked.segment(0) + "/restore",
                        Json.write(Map.of("version", version(door, asked)))))
            .with(new Flag("--version", "N", "of its history (default: the newest)")));
  }

  private static Flag[] flags() {
    return new Flag[] {
      new Flag("--product", ID, "what it is about: a product"),
      new Flag("--brand", "NAME", "or a brand"),
      new Flag("--category", "NAME", "or a category"),
      new Flag(
          "--amount",
          "X",
          "factor of weigh, most of quota, units of in_stock, share of margin_floor, days of"
              + " repurchase, strength of diversity, of novelty, margin and popularity from -1 to 1"),
      new Flag("--name", "TEXT", "what you call it")
    };
  }

  private static Map<String, Object> wanted(String kind, Asked asked) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("kind", kind);
    asked.value("--name").ifPresent(name -> rule.put("name", name));
    asked.value("--amount").ifPresent(amount -> rule.put("amount", number("--amount", amount)));
    for (String target : TARGETS) {
      asked
          .value("--" + target)
          .ifPresent(value -> {
            if (rule.put("target", Map.of("kind", target, "value", value)) != null) {
              throw Problem.usage("a rule is about one of --product, --brand and --category");
            }
          });
    }
    return rule;
  }

  /// What is not given stays.
  private static JsonObject change(Door door, Asked asked) {
    String address = RULES + "/" + asked.segment(0);
    JsonObject now = door.get(address);
    Map<String, Object> rule = new LinkedHashMap<>(Plain.members(now));
    rule.keySet().retainAll(List.of("name", "kind", "target", "amount", "version"));
    rule.putAll(wanted(Fields.text(now, "kind"), asked));
    return door.send("PUT", address, Json.write(rule));
  }

  private static long version(Door door, Asked asked) {
    Optional<String> given = asked.value("--version");
    return given.isPresent()
        ? (long) number("--version", given.get())
        : Long.parseLong(Fields.number(door.get(RULES + "/" + asked.segment(0)), "version"));
  }

  private static double number(String flag, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Problem.usage(flag + " must be a number, got \"" + text + "\"");
    }
  }
}
