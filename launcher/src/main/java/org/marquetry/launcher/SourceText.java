package org.marquetry.launcher;

import java.util.List;
import java.util.Locale;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Sources and their runs in words.
final class SourceText {
  private SourceText() {}

  /// A line for each source, below it what is wrong with it.
  static String list(JsonObject answer) {
    List<JsonObject> sources = Fields.objects(answer, "sources");
    List<JsonObject> alerts = Fields.objects(answer, "alerts");
    StringBuilder text = new StringBuilder(sources.isEmpty() ? "There are no sources.\n" : "");
    for (JsonObject source : sources) {
      text.append(one(source));
      alerts.stream()
          .filter(a -> Fields.text(a, "source").equals(Fields.text(source, "id")))
          .forEach(a ->
              text.append("  ")
                  .append(word(a, "trouble"))
                  .append(": ")
                  .append(Fields.text(a.get("words").asObject(), "en"))
                  .append('\n'));
    }
    return text.toString();
  }

  static String one(JsonObject source) {
    return Fields.text(source, "id")
        + "  "
        + Fields.text(source, "name")
        + "  "
        + (Fields.text(source, "where") + " " + Fields.text(source, "pattern")).strip()
        + "  "
        + Fields.text(source, "cron")
        + Fields.maybe(source, "removedAt").map(at -> "  removed " + at).orElse("")
        + "\n";
  }

  /// What came of the last runs, the newest first.
  static String runs(JsonObject answer) {
    StringBuilder text = new StringBuilder();
    for (JsonObject run : Fields.objects(answer, "runs")) {
      text.append(Fields.text(run, "at")).append("  ").append(word(run, "outcome")).append("  ");
      String file = Fields.text(run, "file");
      text.append(file.isEmpty() ? "" : file + "  " + Fields.number(run, "rows") + " rows");
      Fields.part(run, "words").ifPresent(w -> text.append("  ").append(Fields.text(w, "en")));
      text.append('\n');
    }
    return text.toString();
  }

  private static String word(JsonObject in, String name) {
    return Fields.text(in, name).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
