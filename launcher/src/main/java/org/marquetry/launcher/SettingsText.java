package org.marquetry.launcher;

import java.util.List;
import java.util.stream.Collectors;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Settings and log levels, in words.
final class SettingsText {
  private SettingsText() {}

  static String list(JsonObject answer) {
    List<JsonObject> groups = Fields.objects(answer, "settings");
    return groups.isEmpty()
        ? "no installed extension has settings\n"
        : groups.stream().map(SettingsText::group).collect(Collectors.joining("\n"));
  }

  /// A component, and a line for each of its values.
  static String group(JsonObject group) {
    StringBuilder text = new StringBuilder();
    text.append(Fields.text(group, "component")).append("  ").append(Fields.text(group, "title"));
    text.append(" (").append(Fields.text(group, "feature")).append(")\n");
    List<JsonObject> fields = Fields.objects(group, "fields");
    int width = fields.stream().mapToInt(f -> Fields.text(f, "key").length()).max().orElse(0);
    for (JsonObject field : fields) {
      text.append("  ").append(Fields.cell(Fields.text(field, "key"), width));
      text.append(value(field)).append('\n');
      Fields.maybe(field, "problem").ifPresent(p -> text.append("    it ").append(p).append('\n'));
    }
    return text.toString();
  }

  private static String value(JsonObject field) {
    boolean set = Fields.isTrue(field, "set");
    String value = String.join(", ", Fields.strings(field, "value"));
    if (Fields.text(field, "kind").equals("SECRET")) {
      return !set ? "not set" : value.isEmpty() ? "set" : "set: " + value;
    }
    return value + (set ? "" : "  (default)");
  }

  static String history(JsonObject answer) {
    List<JsonObject> changes = Fields.objects(answer, "changes");
    if (changes.isEmpty()) {
      return "nothing was set\n";
    }
    StringBuilder text = new StringBuilder();
    for (JsonObject change : changes) {
      text.append(Fields.cell(Fields.number(change, "number"), 4));
      text.append(Fields.text(change, "at")).append("  ").append(Fields.text(change, "by"));
      text.append("  ");
      text.append(
          Fields.objects(change, "values").stream()
              .map(v -> Fields.text(v, "key") + "=" + String.join(",", Fields.strings(v, "value")))
              .collect(Collectors.joining(" ")));
      text.append('\n');
    }
    return text.toString();
  }

  static String levels(JsonObject answer) {
    List<JsonObject> levels = Fields.objects(answer, "levels");
    return levels.isEmpty()
        ? "all bundles log as etc/logback.xml says\n"
        : levels.stream()
            .map(l -> Fields.cell(Fields.text(l, "level"), 5) + Fields.text(l, "bundle") + "\n")
            .collect(Collectors.joining());
  }
}
