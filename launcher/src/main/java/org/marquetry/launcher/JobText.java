package org.marquetry.launcher;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Jobs in words.
final class JobText {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private JobText() {}

  static String list(JsonObject answer) {
    List<JsonObject> jobs = Fields.objects(answer, "jobs");
    return jobs.isEmpty()
        ? "no job has run yet\n"
        : jobs.stream()
            .map(j -> Fields.text(j, "id") + "  " + line(j))
            .collect(Collectors.joining());
  }

  /// What it does, how it stands, what came out.
  static String line(JsonObject job) {
    String state = Fields.text(job, "state").toLowerCase(Locale.ROOT);
    StringBuilder text = new StringBuilder();
    text.append(Fields.english(job, "title")).append(": ").append(state);
    if (state.equals("running")) {
      Fields.figure(job, "done")
          .ifPresent(d -> text.append(' ').append(d.multiply(HUNDRED).intValue()).append(" %"));
    }
    String note = Fields.english(job, "note");
    text.append(note.isBlank() ? "" : ", " + note).append('\n');
    Plain.members(job.get("result").asObject())
        .forEach((name, value) ->
            text.append("  ").append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }
}
