package org.marquetry.platform.jobs;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marquetry.lib.json.Json;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Row;

/// Values of jobs and schedules as columns.
final class Columns {
  private static final int MAX_NOTE = 4_000;

  private Columns() {}

  static String map(Map<String, String> map) {
    return Json.write(new TreeMap<>(map));
  }

  static Map<String, String> map(String text) {
    return Json.parse(text).asObject().members().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asString()));
  }

  static String permissions(Actor actor) {
    return String.join(" ", new TreeSet<>(actor.permissions()));
  }

  static Actor actor(Row r) {
    Set<String> permissions =
        Arrays.stream(r.string("permissions").split(" ", -1))
            .filter(p -> !p.isEmpty())
            .collect(Collectors.toSet());
    return new Actor(Actor.Kind.valueOf(r.string("actor_kind")), r.string("actor"), permissions);
  }

  static JobRequest request(Row r) {
    return new JobRequest(
        r.string("kind"),
        r.string("job_key"),
        map(r.string("arguments")),
        r.intValue("max_attempts"));
  }

  static String head(String note) {
    return note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE);
  }

  /// Notes of before were English only.
  static Optional<Words> note(Row r) {
    String en = r.string("note");
    String zh = r.string("note_zh");
    return en.isBlank() ? Optional.empty() : Optional.of(new Words(zh.isBlank() ? en : zh, en));
  }
}
