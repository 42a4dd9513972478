package org.marquetry.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;

/// What the command line asks about contacts: the shop's rules, and what people got.
final class ContactQuestions {
  private static final String PURPOSE = "PURPOSE";

  private ContactQuestions() {}

  static void add(Map<String, Question> all) {
    all.put(
        "contact rules",
        Question.about(
            PURPOSE,
            (door, purpose) -> door.get("/contact-rules/" + Door.segment(purpose)),
            ContactText::rules));
    all.put(
        "contact set",
        Question.asking(
                PURPOSE,
                ContactText::rules,
                (door, asked) ->
                    door.send("PUT", "/contact-rules/" + asked.segment(0), rules(asked)))
            .with(
                new Flag("--quiet", "FROM-UNTIL", "quiet hours, as 22:00-08:00 (left out: none)"),
                new Flag(
                    "--cap",
                    "CHANNEL=MESSAGES/DAYS",
                    "as email=2/7, or all=3/7 over all channels; may be given again")));
    all.put(
        "contact check",
        new Question(
            List.of(PURPOSE, "PERSON"),
            List.of(new Flag("--channel", "C", "channel (default email)")),
            (door, asked) ->
                door.get(
                    "/contact-rules/"
                        + asked.segment(0)
                        + "/check/"
                        + asked.segment(1)
                        + asked
                            .value("--channel")
                            .map(c -> "?channel=" + Door.segment(c))
                            .orElse("")),
            ContactText::check));
    all.put(
        "contact list",
        Question.about(
            "PERSON",
            (door, person) -> door.get("/contacts/people/" + Door.segment(person)),
            ContactText::list));
  }

  private static String rules(Asked asked) {
    Map<String, Object> rules = new LinkedHashMap<>();
    asked
        .value("--quiet")
        .ifPresent(quiet -> {
          int at = quiet.indexOf('-');
          if (at < 1) {
            throw Problem.usage("--quiet is FROM-UNTIL, got \"" + quiet + "\"");
          }
          rules.put("quietFrom", quiet.substring(0, at));
          rules.put("quietUntil", quiet.substring(at + 1));
        });
    List<Map<String, Object>> caps = new ArrayList<>();
    asked.values("--cap").forEach(cap -> caps.add(cap(cap)));
    rules.put("caps", caps);
    return Json.write(rules);
  }

  private static Map<String, Object> cap(String text) {
    int is = text.lastIndexOf('=');
    int of = text.lastIndexOf('/');
    try {
      return Map.of(
          "channel",
          text.substring(0, is),
          "messages",
          Integer.parseInt(text.substring(is + 1, of)),
          "days",
          Integer.parseInt(text.substring(of + 1)));
    } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
      throw Problem.usage("--cap is CHANNEL=MESSAGES/DAYS, got \"" + text + "\"");
    }
  }
}
