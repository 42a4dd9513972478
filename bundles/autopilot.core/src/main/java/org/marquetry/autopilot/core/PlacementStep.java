package org.marquetry.autopilot.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marquetry.copy.api.Style;
import org.marquetry.placement.api.ArmBelief;
import org.marquetry.placement.api.ArmChooser;
import org.marquetry.placement.api.ArmEvidence;
import org.marquetry.placement.api.ArmPrior;
import org.marquetry.placement.api.ArmQuestion;
import org.marquetry.placement.api.PastResponses;
import org.marquetry.placement.api.ResponseCounts;
import org.marquetry.shop.api.Interval;

/// Step 3: which message variant goes into the one slot there is, learned from past responses where
/// the files have them.
final class PlacementStep implements Step {
  /// The styles that need no end date of an offer.
  static final List<Style> STYLES = List.of(Style.PLAIN, Style.BENEFIT, Style.QUESTION);

  /// The shop's own response rate weighs as much as so many people, so that real responses soon
  /// outweigh it.
  private static final double PRIOR_PEOPLE = 50;

  private static final double FLOOR = 0.1;

  private final ArmChooser chooser;
  private final PastResponses responses;
  private final Messages messages;

  PlacementStep(ArmChooser chooser, PastResponses responses, Messages messages) {
    this.chooser = chooser;
    this.responses = responses;
    this.messages = messages;
  }

  @Override
  public StepName name() {
    return StepName.PLACEMENT;
  }

  @Override
  public void run(Run run, StepReport report) {
    List<ResponseCounts> kinds = responses.byKind();
    Response response = Response.of(kinds);
    ArmPrior.Beta prior = prior(kinds, response);
    ArmQuestion question =
        new ArmQuestion("campaign.variant", arms(response), prior, FLOOR, run.options().seed());
    run.variants(question);

    List<ArmBelief> beliefs = chooser.choose(question, List.of()).beliefs();
    report.table(table("variants", "placement.table.variants", beliefs, a -> style(a)));
    beliefs.forEach(b ->
        report.figure(
            Figure.of(
                "chosen." + b.arm(),
                messages.text("placement.chosen", style(b.arm())),
                b.chosen().value() * 100,
                "%")));
    if (response == Response.NONE) {
      report.missing(messages.text("placement.noResponses"));
    } else {
      kinds(run, report, kinds, response, prior);
    }
    report.note(messages.text("placement.method", Math.round(FLOOR * 100)));
    report.summary(
        messages.text(
            "placement.summary",
            beliefs.size(),
            prior.successes() / (prior.successes() + prior.failures()) * 100));
  }

  /// Which response the files tell, the nearest to money first.
  private enum Response {
    REDEEMED,
    CLICKED,
    OPENED,
    NONE;

    long of(ResponseCounts c) {
      long count =
          switch (this) {
            case REDEEMED -> c.redeemed();
            case CLICKED -> c.clicked();
            case OPENED -> c.opened();
            case NONE -> 0;
          };
      return Math.min(c.sent(), count);
    }

    static Response of(List<ResponseCounts> counts) {
      for (Response r : values()) {
        if (counts.stream().anyMatch(c -> r.of(c) > 0)) {
          return r;
        }
      }
      return NONE;
    }
  }

  private static ArmPrior.Beta prior(List<ResponseCounts> kinds, Response response) {
    long sent = kinds.stream().mapToLong(ResponseCounts::sent).sum();
    long successes = kinds.stream().mapToLong(response::of).sum();
    return successes == 0 || successes == sent
        ? ArmPrior.Beta.UNIFORM
        : ArmPrior.Beta.of((double) successes / sent, PRIOR_PEOPLE);
  }

  /// The shop's own response to all past campaigns together, with its 90 % interval; empty when the
  /// files tell none.
  static Optional<Interval> shopRate(List<ResponseCounts> kinds, ArmChooser chooser, long seed) {
    Response response = Response.of(kinds);
    if (response == Response.NONE) {
      return Optional.empty();
    }
    long sent = kinds.stream().mapToLong(ResponseCounts::sent).sum();
    long successes = kinds.stream().mapToLong(response::of).sum();
    ArmQuestion all =
        new ArmQuestion(
            "campaign.all",
            List.of(new ArmEvidence.Rate("all", sent, successes)),
            ArmPrior.Beta.UNIFORM,
            0,
            seed);
    return Optional.of(chooser.choose(all, List.of()).beliefs().getFirst().value());
  }

  private List<ArmEvidence> arms(Response response) {
    Map<String, ResponseCounts> past =
        responses.byVariant().stream()
            .collect(
                Collectors.toMap(c -> c.group().toLowerCase(Locale.ROOT), c -> c, (a, b) -> a));
    List<ArmEvidence> arms = new ArrayList<>();
    for (Style s : STYLES) {
      String arm = s.name().toLowerCase(Locale.ROOT);
      ResponseCounts c = past.getOrDefault(arm, new ResponseCounts(arm, 0, 0, 0, 0));
      arms.add(new ArmEvidence.Rate(arm, c.sent(), response.of(c)));
    }
    return arms;
  }

  /// What the shop's own campaigns say about their kinds, by the same rule.
  private void kinds(
      Run run,
      StepReport report,
      List<ResponseCounts> kinds,
      Response response,
      ArmPrior.Beta prior) {
    List<ArmEvidence> arms = new ArrayList<>();
    for (ResponseCounts c : kinds) {
      String name = c.group().isBlank() ? "campaign" : c.group();
      arms.add(new ArmEvidence.Rate(name, c.sent(), response.of(c)));
    }
    List<ArmBelief> beliefs =
        chooser
            .choose(
                new ArmQuestion("campaign.kind", arms, prior, 0, run.options().seed()), List.of())
            .beliefs();
    report.table(table("kinds", "placement.table.kinds", beliefs, Text::same));
    Text title = messages.text("placement.chart.kinds." + response.name().toLowerCase(Locale.ROOT));
    report.chart(
        new Chart(
            "kinds",
            title,
            Chart.Kind.BARS,
            "%",
            beliefs.stream().map(b -> Text.same(b.arm())).toList(),
            List.of(
                new Chart.Series(
                    title, beliefs.stream().map(b -> b.value().estimate() * 100).toList()))));
  }

  private Table table(
      String key,
      String title,
      List<ArmBelief> beliefs,
      java.util.function.Function<String, Text> name) {
    List<List<Object>> rows = new ArrayList<>();
    for (ArmBelief b : beliefs) {
      Interval v = b.value().times(100);
      rows.add(
          List.of(
              name.apply(b.arm()),
              v.estimate(),
              v.low(),
              v.high(),
              b.best().value() * 100,
              b.chosen().value() * 100));
    }
    return new Table(
        key,
        messages.text(title),
        List.of(
            column("arm"),
            column("ratePercent"),
            column("lowPercent"),
            column("highPercent"),
            column("bestPercent"),
            column("chosenPercent")),
        rows);
  }

  private Text style(String arm) {
    return messages.text("style." + arm);
  }

  private Table.Column column(String key) {
    return new Table.Column(key, messages.text("column." + key));
  }
}
