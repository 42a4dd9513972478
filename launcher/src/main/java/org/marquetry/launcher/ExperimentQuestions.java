package org.marquetry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

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
        "experiment report",
        new Question(
            List.of(ID),
            List.of(
                new Flag("--pdf", "FILE", "write it as PDF"),
                new Flag("--html", "FILE", "write it as a web page of one file"),
                new Flag("--language", "zh|en", "en unless given")),
            ExperimentQuestions::report,
            ExperimentText::report));
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

  /// Fetch the report in the formats that are asked for, and write it.
  private static JsonObject report(Door door, Asked asked) {
    List<Map<String, Object>> written = new ArrayList<>();
    for (String format : List.of("pdf", "html")) {
      asked
          .value("--" + format)
          .ifPresent(name -> {
            byte[] content =
                door.bytes(
                    "/experiments/%s/report?format=%s&language=%s"
                        .formatted(
                            asked.segment(0),
                            format,
                            Door.segment(asked.value("--language").orElse("en"))));
            written.add(Map.of("file", write(Path.of(name), content), "bytes", content.length));
          });
    }
    if (written.isEmpty()) {
      throw Problem.usage("--pdf or --html must name a file");
    }
    return Json.parse(Json.write(Map.of("written", written))).asObject();
  }

  private static String write(Path file, byte[] content) {
    try {
      Files.write(file, content);
      return file.toString();
    } catch (IOException e) {
      throw Problem.failure("cannot write " + file + " (" + e + ")");
    }
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
