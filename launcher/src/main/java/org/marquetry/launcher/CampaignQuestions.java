package org.marquetry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What the command line asks about campaigns.
final class CampaignQuestions {
  private static final String ID = "ID";
  private static final String COUNT = "RECIPIENTS";

  private CampaignQuestions() {}

  static void add(Map<String, Question> all) {
    all.put("campaign list", Question.of(door -> door.get("/campaigns"), CampaignText::list));
    all.put(
        "campaign add",
        Question.about(
            "FILE",
            (door, file) -> door.send("POST", "/campaigns", read(Path.of(file))),
            CampaignText::one));
    ProposalQuestions.add(all);
    all.put(
        "campaign check",
        Question.about(
            ID, (door, id) -> door.send("POST", at(id) + "/check", ""), CampaignText::check));
    all.put(
        "campaign test",
        Question.asking(
                ID,
                CampaignText::tests,
                (door, asked) ->
                    door.send(
                        "POST",
                        at(asked.operand(0)) + "/test",
                        Json.write(Map.of("addresses", addresses(asked.value("--to"))))))
            .with(new Flag("--to", "ADDRESSES", "of the seed list, with commas; else all of it")));
    all.put(
        "campaign seeds",
        Question.asking(
                "",
                CampaignText::seeds,
                (door, asked) ->
                    asked.value("--set").isEmpty()
                        ? door.get("/seed-list")
                        : door.send(
                            "PUT",
                            "/seed-list",
                            Json.write(Map.of("addresses", addresses(asked.value("--set"))))))
            .with(new Flag("--set", "ADDRESSES", "who gets test messages, with commas")));
    all.put(
        "campaign ask",
        Question.asking(ID, CampaignText::said, (door, asked) -> say(door, asked, "/ask", Map.of()))
            .with(comment()));
    all.put(
        "campaign approve",
        Question.asking(
                ID,
                CampaignText::said,
                (door, asked) -> say(door, asked, "/answer", Map.of("approved", true)))
            .with(comment()));
    all.put(
        "campaign refuse",
        Question.asking(
                ID,
                CampaignText::said,
                (door, asked) -> say(door, asked, "/answer", Map.of("approved", false)))
            .with(comment()));
    all.put(
        "campaign launch",
        new Question(
            List.of(ID, COUNT),
            List.of(),
            (door, asked) ->
                door.send(
                    "POST",
                    at(asked.operand(0)) + "/launch",
                    Json.write(
                        Map.of(
                            "version",
                            version(door, asked.operand(0)),
                            "recipients",
                            count(asked.operand(1))))),
            CampaignText::progress));
    all.put(
        "campaign progress",
        Question.about(ID, (door, id) -> door.get(at(id) + "/progress"), CampaignText::progress));
    all.put(
        "campaign stop",
        Question.about(
            ID, (door, id) -> door.send("POST", at(id) + "/stop", ""), CampaignText::progress));
    all.put(
        "campaign hold",
        Question.asking(
                "on|off",
                CampaignText::hold,
                (door, asked) ->
                    door.send(
                        "PUT",
                        asked
                            .value("--campaign")
                            .map(id -> at(id) + "/hold")
                            .orElse("/campaign-hold"),
                        Json.write(Map.of("on", isOn(asked.operand(0))))))
            .with(new Flag("--campaign", ID, "this one only; else all of them")));
  }

  private static Flag comment() {
    return new Flag("--comment", "TEXT", "what is said about it");
  }

  private static List<String> addresses(Optional<String> listed) {
    return listed.stream()
        .flatMap(all -> Stream.of(all.split(",")))
        .map(String::strip)
        .filter(a -> !a.isEmpty())
        .toList();
  }

  private static String at(String id) {
    return "/campaigns/" + Door.segment(id);
  }

  /// The newest, which is meant.
  private static int version(Door door, String id) {
    return Integer.parseInt(Fields.number(door.get(at(id)), "version"));
  }

  private static JsonObject say(Door door, Asked asked, String act, Map<String, Object> more) {
    Map<String, Object> body = new java.util.TreeMap<>(more);
    body.put("version", version(door, asked.operand(0)));
    asked.value("--comment").ifPresent(c -> body.put("comment", c));
    return door.send("POST", at(asked.operand(0)) + act, Json.write(body));
  }

  private static int count(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Problem.usage(COUNT + " must be a whole number, got \"" + text + "\"");
    }
  }

  private static boolean isOn(String text) {
    if (!text.equals("on") && !text.equals("off")) {
      throw Problem.usage("say on or off, not \"" + text + "\"");
    }
    return text.equals("on");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw Problem.usage("FILE " + file + " cannot be read: " + e.getMessage());
    }
  }
}
