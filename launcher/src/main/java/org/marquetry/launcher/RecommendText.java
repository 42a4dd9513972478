package org.marquetry.launcher;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Recommendations in words.
final class RecommendText {
  private RecommendText() {}

  static String model(JsonObject answer) {
    if (!Fields.isTrue(answer, "learned")) {
      return "Nothing was learned yet.\n";
    }
    StringBuilder text =
        new StringBuilder(
            "%s: learned from %s pairs of %s customers and %s products\n"
                .formatted(
                    Fields.text(answer, "algorithm"),
                    Fields.number(answer, "interactions"),
                    Fields.number(answer, "customers"),
                    Fields.number(answer, "products")));
    for (JsonObject engine : Fields.objects(answer, "engines")) {
      text.append("  %-10s %s\n".formatted(Fields.text(engine, "name"), weight(engine)));
    }
    return text.toString();
  }

  private static String weight(JsonObject engine) {
    double weight = Fields.figure(engine, "weight").map(Number::doubleValue).orElse(0.0);
    return weight > 0
        ? "says " + Math.round(100 * weight) + " %"
        : "is not served: it did not help on the latest events";
  }

  /// A line for each product, the best first, with what speaks for it and what moved it; then what
  /// the rules took out.
  static String products(JsonObject answer) {
    List<JsonObject> products = Fields.objects(answer, "products");
    StringBuilder text =
        new StringBuilder(products.isEmpty() ? "There is nothing to recommend.\n" : "");
    products.forEach(p ->
        text.append(Fields.text(p, "product"))
            .append("  ")
            .append(
                Fields.maybe(p, "because")
                    .map(b -> "because of " + b)
                    .orElse(Fields.text(p, "basis")))
            .append(moved(p))
            .append('\n'));
    Fields.objects(answer, "out")
        .forEach(o ->
            text.append(
                "out: %s  rank %s of the model, by rule %s\n"
                    .formatted(
                        Fields.text(o, "product"),
                        Fields.number(o, "modelRank"),
                        Fields.text(o, "rule"))));
    return text.toString();
  }

  private static String moved(JsonObject product) {
    List<String> rules = Fields.strings(product, "rules");
    return rules.isEmpty()
        ? ""
        : "  (rank %s of the model; rules %s)"
            .formatted(Fields.number(product, "modelRank"), String.join(", ", rules));
  }

  /// Where one product stands.
  static String place(JsonObject answer) {
    String of = Fields.number(answer, "ranked");
    List<String> rules = Fields.strings(answer, "rules");
    String by = rules.isEmpty() ? "" : ", by rule " + String.join(", ", rules);
    String model = "rank %s of %s by the model".formatted(Fields.number(answer, "modelRank"), of);
    String words =
        switch (Fields.text(answer, "fate")) {
          case "nothing_learned" -> "Nothing was learned yet.";
          case "unknown" -> "No event that counts names it: the model does not know it.";
          case "bought" ->
              "They bought it: it "
                  + (rules.isEmpty() ? "does not come back" : "comes back later" + by)
                  + ".";
          case "had" -> "They had to do with it already.";
          case "unranked" -> "The model does not rank it for them.";
          case "out" -> "Out" + by + "; " + model + ".";
          default ->
              "Place %s as shown%s; %s."
                  .formatted(
                      Fields.figure(answer, "rank").map(Object::toString).orElse("behind 1000"),
                      by.replace("by rule", "weighed by"),
                      model);
        };
    return words + "\n";
  }

  /// Where a product would stand.
  static String would(JsonObject answer) {
    String place =
        Fields.figure(answer, "rank")
            .map(rank -> "It would be at place " + rank)
            .orElse("It would not be among the first 1000");
    return place
        + Fields.maybe(answer, "instead")
            .map(other -> ", and " + other + " in its place of now")
            .orElse("")
        + ".\n";
  }

  /// A line for each model that was kept.
  static String models(JsonObject answer) {
    List<JsonObject> models = Fields.objects(answer, "snapshots");
    if (models.isEmpty()) {
      return "No model is kept.\n";
    }
    StringBuilder text = new StringBuilder();
    models.forEach(m ->
        text.append(
            "%s  %s  %-8s %s pairs  check %s%s  %s\n"
                .formatted(
                    Fields.text(m, "id"),
                    Fields.text(m, "trainedAt"),
                    Fields.text(m, "algorithm"),
                    Fields.number(m, "interactions"),
                    rounded(m, "check").orElse("-"),
                    rounded(m, "former").map(f -> " (before it " + f + ")").orElse(""),
                    Fields.text(m, "state"))));
    return text.toString();
  }

  /// A line for each engine, the one that finds most first.
  static String compared(JsonObject job) {
    JsonObject result = job.get("result").asObject();
    StringBuilder text =
        new StringBuilder(
            "%s people, what they bought anew after %s; 10 products each\n"
                .formatted(
                    Fields.text(result, "people"), Fields.text(result, "from").substring(0, 10)));
    Plain.members(result).entrySet().stream()
        .filter(e -> !List.of("people", "from", "until").contains(e.getKey()))
        .sorted(Comparator.comparingDouble(e -> -found(String.valueOf(e.getValue()))))
        .forEach(e -> text.append(engine(e.getKey(), String.valueOf(e.getValue()))));
    return text.toString();
  }

  private static double found(String figures) {
    return figures.startsWith("!") ? -1 : Double.parseDouble(figures.split(" ", -1)[1]);
  }

  private static String engine(String name, String figures) {
    String[] parts = figures.split(" ", -1);
    return figures.startsWith("!")
        ? "%-10s could not learn: %s\n".formatted(name, figures.substring(2))
        : "%-10s NDCG %s (plus or minus %s)  people with a hit %s  products listed %s  %s s\n"
            .formatted(name, parts[1], parts[2], parts[0], parts[3], parts[4]);
  }

  private static Optional<String> rounded(JsonObject object, String name) {
    return Fields.figure(object, name)
        .map(figure -> figure.setScale(3, RoundingMode.HALF_EVEN).toPlainString());
  }
}
