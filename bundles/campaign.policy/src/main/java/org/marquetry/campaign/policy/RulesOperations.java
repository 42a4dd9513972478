package org.marquetry.campaign.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactRules;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.QuietHours;
import org.marquetry.decision.api.Reason;
import org.marquetry.experiment.api.Design;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.EventProperties;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Rules of contact at the door for programs, and what they say about a person now. Calls the
/// services through the gate, as the actor who sent the request.
@Component(
    service = {},
    immediate = true)
public final class RulesOperations {
  private static final Ops OPS = new Ops("campaign.check", "campaign.rules");
  private static final String ALL = "all";

  private final ContactRules rules;
  private final ContactPolicy policy;
  private final InstantSource clock;
  private final Served served;

  @Activate
  public RulesOperations(
      BundleContext context,
      @Reference ContactRules rules,
      @Reference ContactPolicy policy,
      @Reference InstantSource clock) {
    this.rules = rules;
    this.policy = policy;
    this.clock = clock;
    served = Served.by(context, "contact", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param channel `all`: over all channels together
  record CapEntry(String channel, int messages, int days) {}

  /// @param quietFrom as `22:00`, by the person's clock; absent with `quietUntil`: no quiet hours
  record RulesEntry(Optional<String> quietFrom, Optional<String> quietUntil, List<CapEntry> caps) {
    static RulesEntry of(RuleSet rules) {
      return new RulesEntry(
          rules.quiet().map(q -> q.from().toString()),
          rules.quiet().map(q -> q.until().toString()),
          Stream.concat(
                  rules.inSum().map(cap -> entry(ALL, cap)).stream(),
                  rules.byChannel().entrySet().stream().map(c -> entry(c.getKey(), c.getValue())))
              .toList());
    }

    private static CapEntry entry(String channel, FrequencyCap cap) {
      return new CapEntry(channel, cap.messages(), cap.days());
    }

    RuleSet toRules() {
      if (quietFrom.isPresent() != quietUntil.isPresent()) {
        throw new IllegalArgumentException("quietFrom and quietUntil stand together");
      }
      Map<String, FrequencyCap> byChannel =
          caps.stream()
              .collect(
                  Collectors.toMap(
                      CapEntry::channel, c -> new FrequencyCap(c.messages(), c.days())));
      Optional<FrequencyCap> inSum = Optional.ofNullable(byChannel.remove(ALL));
      return new RuleSet(
          quietFrom.map(f -> new QuietHours(time(f), time(quietUntil.orElseThrow()))),
          byChannel,
          inSum);
    }

    private static LocalTime time(String text) {
      try {
        return LocalTime.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("quiet hours are like 22:00, got " + text, e);
      }
    }
  }

  record ChangeEntry(Instant at, String by, RulesEntry rules) {}

  record History(List<ChangeEntry> changes) {}

  /// @param answer `allowed`, `later` or `refused`
  /// @param code the reason's code, such as `policy.over-cap`
  /// @param at of `later`: when
  record CheckEntry(String answer, String code, Map<String, String> facts, Optional<Instant> at) {
    static CheckEntry of(ContactAnswer answer) {
      Reason why = answer.reason();
      return switch (answer) {
        case ContactAnswer.Allowed _, ContactAnswer.Preview _ ->
            new CheckEntry("allowed", why.code(), why.facts(), Optional.empty());
        case ContactAnswer.Later(Instant at, var _) ->
            new CheckEntry("later", why.code(), why.facts(), Optional.of(at));
        case ContactAnswer.Refused _ ->
            new CheckEntry("refused", why.code(), why.facts(), Optional.empty());
      };
    }
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "rules",
            "/contact-rules/{purpose}",
            "Quiet hours and caps of a purpose, `marketing` or `service`",
            RulesEntry.class,
            r -> RulesEntry.of(rules.rules(purpose(r.path("purpose"))))),
        OPS.change(
            "rules.change",
            "PUT /contact-rules/{purpose}",
            "Set quiet hours and caps of a purpose",
            RulesEntry.class,
            RulesEntry.class,
            true,
            this::change),
        OPS.get(
            "rules.history",
            "/contact-rules/{purpose}/history",
            "Who set which rules of a purpose",
            History.class,
            this::history),
        OPS.get(
            "check",
            "/contact-rules/{purpose}/check/{person}",
            "Whether a message (of `channel`, else email) may go to a person now, and why not",
            CheckEntry.class,
            this::check));
  }

  private Answer change(Request request) {
    Purpose purpose = purpose(request.path("purpose"));
    rules.change(purpose, request.body(RulesEntry.class).toRules());
    return Answer.ok(RulesEntry.of(rules.rules(purpose)));
  }

  private History history(Request request) {
    return new History(
        rules.history(purpose(request.path("purpose"))).stream()
            .map(c -> new ChangeEntry(c.at(), c.by(), RulesEntry.of(c.rules())))
            .toList());
  }

  /// A message of no campaign, which only the shop's rules bind.
  private CheckEntry check(Request request) {
    ContactQuestion question =
        new ContactQuestion(
            new CampaignId("check"),
            "check",
            request.query("channel").orElse(EventProperties.EMAIL),
            purpose(request.path("purpose")),
            0,
            clock.instant(),
            new Design("check", "check", 0, List.of(new Design.Share("message", 1))),
            new FrequencyCap(Integer.MAX_VALUE, 1),
            false);
    List<CustomerId> person = List.of(new CustomerId(request.path("person")));
    return CheckEntry.of(policy.check(question, person).getFirst());
  }

  private static Purpose purpose(String id) {
    return Stream.of(Purpose.values())
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("purpose is marketing or service, got " + id));
  }
}
