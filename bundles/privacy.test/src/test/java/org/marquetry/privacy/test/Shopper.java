package org.marquetry.privacy.test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.channel.api.Message;
import org.marquetry.decision.api.Candidate;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.Reason;
import org.marquetry.experiment.api.Design;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;

/// A customer with everything that the suite can come to keep about one; each value names her.
///
/// @param name one word, letters only
/// @param run makes the values of this test run its own
record Shopper(String name, String run) {
  String id() {
    return name + "Id-" + run;
  }

  String device() {
    return name + "Device-" + run;
  }

  String email() {
    return name.toLowerCase(java.util.Locale.ROOT) + "." + run + "@example.test";
  }

  String oldEmail() {
    return "old." + email();
  }

  String phone() {
    return "+48 " + (name.hashCode() & 0xffff) + " " + run;
  }

  String decision() {
    return name + "Decision-" + run;
  }

  /// Values by which a byte search finds her.
  List<String> traces() {
    return List.of(
        id(),
        device(),
        email(),
        phone(),
        decision(),
        name + " Unmistakable " + run,
        name + "Session-" + run,
        name + "Order-" + run,
        name + "Event-" + run,
        name + " wrote this " + run,
        name + "Reason-" + run);
  }

  /// @param friend whose address stands in the note of her order
  String events(Shopper friend) {
    String customer = "\"customer\":\"" + id() + "\"";
    String device =
        "\"visitor\":\"" + device() + "\",\"session\":\"" + name + "Session-" + run + "\"";
    String order = "\"order\":\"" + name + "Order-" + run + "\",\"product\":\"tea\"";
    String price = "\"amountMinor\":1299,\"currency\":\"PLN\"";
    List<String> bodies =
        List.of(
            "\"type\":\"customerChanged\","
                + customer
                + ",\"properties\":{\"name\":\""
                + name
                + " Unmistakable "
                + run
                + "\",\"email\":\""
                + oldEmail()
                + "\",\"phone\":\""
                + phone()
                + "\"}",
            "\"type\":\"customerChanged\","
                + customer
                + ",\"properties\":{\"email\":\""
                + email()
                + "\"}",
            "\"type\":\"consented\"," + customer,
            "\"type\":\"viewed\",\"product\":\"tea\"," + device,
            "\"type\":\"viewed\",\"product\":\"cup\"," + customer + "," + device,
            "\"type\":\"ordered\","
                + customer
                + ","
                + order
                + ","
                + price
                + ",\"decision\":\""
                + decision()
                + "\",\"properties\":{\"note\":\"a gift for "
                + friend.email()
                + ".\"}",
            "\"type\":\"returned\","
                + customer
                + ","
                + order
                + ",\"amountMinor\":99,\"currency\":\"PLN\"",
            "\"type\":\"reviewed\",\"product\":\"tea\","
                + customer
                + ",\"properties\":{\"rating\":\"5\",\"text\":\""
                + name
                + " wrote this "
                + run
                + "\"}");
    return IntStream.range(0, bodies.size())
        .mapToObj(i ->
            "{\"id\":\""
                + name
                + "Event-"
                + run
                + "-"
                + i
                + "\",\"occurredAt\":\"2025-01-31T09:37:00Z\","
                + bodies.get(i)
                + "}")
        .reduce((a, b) -> a + "," + b)
        .map(all -> "[" + all + "]")
        .orElseThrow();
  }

  int eventCount() {
    return 8;
  }

  Decision decide() {
    return Decision.builder(
            new DecisionId(decision()),
            id(),
            Instant.parse("2025-01-31T08:01:00Z"),
            "campaign.send")
        .policy("thompson-" + run, "3")
        .chosen(List.of("b"))
        .candidateCount(2)
        .candidates(List.of(new Candidate("b", 1.5, 0.25)))
        .arms(Map.of("spring", "treated"))
        .reasons(List.of(new Reason(name + "Reason-" + run, Map.of("category", "tea"))))
        .build();
  }

  ContactQuestion question() {
    return new ContactQuestion(
        new CampaignId("spring-" + run),
        "first",
        "email",
        Instant.parse("2025-02-01T10:00:00Z"),
        new Design("spring", "salt", 0, List.of(new Design.Share("b", 1))),
        FrequencyCap.USUAL,
        false);
  }

  Outgoing mail() {
    return new Outgoing(
        new CustomerId(id()),
        Instant.parse("2025-02-01T10:00:00Z"),
        new Message(
            email(),
            "en",
            "Tea for " + name,
            "Dear " + name + " Unmistakable " + run + " " + Message.UNSUBSCRIBE,
            "<p>Dear " + name + " " + Message.UNSUBSCRIBE + "</p>"));
  }
}
