package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Proposals in words.
final class ProposalText {
  private ProposalText() {}

  /// Each proposal with what it is expected to earn and what that rests on; then what is missing.
  static String list(JsonObject answer) {
    var text = new StringBuilder();
    for (JsonObject proposal : Fields.objects(answer, "proposals")) {
      text.append(one(proposal));
    }
    for (JsonObject missing : Fields.objects(answer, "missing")) {
      text.append("missing: ").append(Fields.text(missing, "en")).append('\n');
    }
    return text.toString();
  }

  private static String one(JsonObject proposal) {
    JsonObject profit = proposal.get("profit").asObject();
    var text = new StringBuilder();
    text.append(
        "%s: %s people, discount %s, %s\n"
            .formatted(
                Fields.text(proposal, "approach"),
                Fields.number(proposal, "recipients"),
                Fields.number(proposal, "discount"),
                Fields.text(proposal.get("audience").asObject(), "en")));
    text.append(
        "  expected profit in minor units of %s: %s [%s; %s], cost %s\n"
            .formatted(
                Fields.text(proposal, "currency"),
                whole(profit, "estimate"),
                whole(profit, "low"),
                whole(profit, "high"),
                whole(proposal, "cost")));
    List<JsonObject> rests = Fields.objects(proposal, "rests");
    rests.forEach(r -> text.append("  ").append(Fields.text(r, "en")).append('\n'));
    return text.toString();
  }

  private static String whole(JsonObject in, String name) {
    return Long.toString(Math.round(Double.parseDouble(Fields.number(in, name))));
  }

  static String adopted(JsonObject answer) {
    return "%s  draft  %s\n".formatted(Fields.text(answer, "id"), Fields.text(answer, "name"));
  }
}
