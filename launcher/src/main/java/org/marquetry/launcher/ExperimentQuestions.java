package org.marquetry.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;

/// What the command line asks about experiments.
final class ExperimentQuestions {
  private static final String ID = "ID";

  private ExperimentQuestions() {}

  static void add(Map<String, Question> all) {
    all.put("experiment list", Question.of(door -> door.get("/experiments"), ExperimentText::list));
    all.put(
        "experiment read",
        Question.about(
            ID,
            (door, id) -> door.get("/experiments/" + Door.segment(id) + "/reading"),
            ExperimentText::reading));
    all.put(
        "experiment decide",
        new Question(
            List.of(ID, "CHOICE"),
            List.of(
                new Flag("--variant", "NAME", "which one, of ship"),
                new Flag("--until", "TIME", "the new end, of longer: 2026-12-24T00:00:00Z"),
                new Flag("--reason", "TEXT", "why, in a line")),
            (door, asked) ->
                door.send(
                    "POST", "/experiments/" + asked.segment(0) + "/decisions", decision(asked)),
            ExperimentText::decision));
    all.put(
        "experiment undo",
        new Question(
            List.of(ID, "NUMBER"),
            List.of(),
            (door, asked) ->
                door.send(
                    "POST",
                    "/experiments/" + asked.segment(0) + "/decisions/" + asked.segment(1) + "/undo",
                    ""),
            ExperimentText::decision));
  }

  private static String decision(Asked asked) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("choice", asked.operand(1));
    asked.value("--variant").ifPresent(v -> wanted.put("variant", v));
    asked.value("--until").ifPresent(u -> wanted.put("until", u));
    wanted.put(
        "reason",
        asked.value("--reason").orElseThrow(() -> Problem.usage("--reason must say why")));
    return Json.write(wanted);
  }
}
