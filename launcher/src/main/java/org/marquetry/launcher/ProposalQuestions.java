package org.marquetry.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What the command line asks about proposals of campaigns.
final class ProposalQuestions {
  private static final String APPROACH = "message|gentle|strong";
  private static final String PATH = "/campaign-proposals";

  private ProposalQuestions() {}

  static void add(Map<String, Question> all) {
    all.put(
        "campaign propose",
        Question.asking(
                "",
                ProposalText::list,
                (door, asked) -> door.send("POST", PATH, Json.write(body(asked))))
            .with(flags()));
    all.put(
        "campaign adopt",
        Question.asking(APPROACH, ProposalText::adopted, ProposalQuestions::adopt)
            .with(
                Stream.concat(
                        java.util.Arrays.stream(flags()),
                        Stream.of(
                            new Flag("--discount", "PERCENT", "another discount, in percent"),
                            new Flag("--name", "TEXT", "what the campaign is called")))
                    .toArray(Flag[]::new)));
  }

  private static Flag[] flags() {
    return new Flag[] {
      new Flag("--goal", "GOAL", "win-back, second-order, cross-sell or clear-stock"),
      new Flag("--budget", "AMOUNT", "the most that it may cost, in the shop's currency"),
      new Flag("--from", "DAY", "when it goes out, such as 2026-12-01; tomorrow unless given"),
      new Flag("--to", "DAY", "until when orders count; 30 days unless given"),
      new Flag("--margin", "PERCENT", "what is left of the price after the goods; 30 unless given"),
      new Flag("--cost", "AMOUNT", "what one message costs; nothing unless given")
    };
  }

  private static Map<String, Object> body(Asked asked) {
    Map<String, Object> body = new TreeMap<>();
    body.put("goal", asked.needed("--goal").replace('-', '_'));
    body.put("budget", number("--budget", asked.needed("--budget")));
    asked.value("--from").ifPresent(day -> body.put("from", day));
    asked.value("--to").ifPresent(day -> body.put("to", day));
    asked.value("--margin").ifPresent(p -> body.put("margin", number("--margin", p) / 100));
    asked.value("--cost").ifPresent(c -> body.put("contactCost", number("--cost", c)));
    return body;
  }

  /// Propose, and make the one of this approach a campaign.
  private static JsonObject adopt(Door door, Asked asked) {
    Map<String, Object> body = body(asked);
    JsonObject proposed = door.send("POST", PATH, Json.write(body));
    List<JsonObject> all = Fields.objects(proposed, "proposals");
    Optional<JsonObject> wanted =
        all.stream().filter(p -> Fields.text(p, "approach").equals(asked.operand(0))).findFirst();
    JsonObject proposal =
        wanted.orElseThrow(() ->
            Problem.usage(
                "there is no proposal \""
                    + asked.operand(0)
                    + "\"; there are "
                    + all.stream().map(p -> Fields.text(p, "approach")).toList()));
    body.put("approach", asked.operand(0));
    body.put("from", Fields.text(proposal, "from"));
    body.put("to", Fields.text(proposal, "to"));
    Fields.maybe(proposal, "theme").ifPresent(theme -> body.put("theme", theme));
    body.put("people", number("people", Fields.number(proposal, "people")).intValue());
    body.put(
        "discount",
        asked
            .value("--discount")
            .map(p -> number("--discount", p) / 100)
            .orElseGet(() -> number("discount", Fields.number(proposal, "discount"))));
    body.put(
        "name",
        asked
            .value("--name")
            .orElseGet(() -> asked.needed("--goal") + " " + Fields.text(proposal, "from")));
    return door.send("POST", PATH + "/adopt", Json.write(body));
  }

  private static Double number(String what, String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw Problem.usage(what + " must be a number, got \"" + text + "\"");
    }
  }
}
