package org.marquetry.autopilot.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.LaunchReport;
import org.marquetry.campaign.api.Letter;
import org.marquetry.campaign.api.PlannedContact;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.profile.api.Profiles;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.api.TrainResult;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;

/// Step 5: learn what suits whom, propose a campaign for each goal, and write the best one into the
/// outbox.
final class StrategyStep implements Step {
  private static final int SAMPLES = 12;

  /// Lines of the forecast's derivation that are amounts of money.
  private static final Set<String> AMOUNTS =
      Set.of("marginIncome", "offerCost", "contactCosts", "profit");

  private final StrategyServices services;
  private final Profiles profiles;
  private final Messages messages;

  StrategyStep(StrategyServices services, Profiles profiles, Messages messages) {
    this.services = services;
    this.profiles = profiles;
    this.messages = messages;
  }

  @Override
  public StepName name() {
    return StepName.STRATEGY;
  }

  @Override
  public void run(Run run, StepReport report) {
    if (run.profiles().isEmpty()) {
      report.skipped(messages.text("strategy.noCustomers"));
      return;
    }
    boolean learned = learn(run, report);
    Audience audience =
        new Audience(
            services.warehouse(),
            profiles,
            services.recommendations(),
            usualOrder(run),
            Economics.usual(run.options().margin(), run.shop().currency()).horizonDays(),
            run.options().language());
    List<CampaignPlan> plans = new ArrayList<>();
    for (Goal goal : Audience.GOALS) {
      List<Candidate> candidates = audience.candidates(goal);
      if (!candidates.isEmpty()) {
        plans.add(services.campaigns().plan(brief(run, goal, learned), candidates));
      }
    }
    Optional<CampaignPlan> best = best(plans, run.totals().money());
    if (best.isEmpty()) {
      report.missing(messages.text("strategy.nobody"));
      return;
    }
    proposals(run, report, plans);
    chosen(run, report, best.get());
    notes(run, report, audience);
    launch(run, report, best.get());
  }

  private boolean learn(Run run, StepReport report) {
    TrainResult result = services.recommendations().train(TrainRequest.standard(), run.progress());
    return switch (result) {
      case TrainResult.Trained t -> {
        ModelCard card = t.card();
        report.figure(
            Figure.count(
                "recommendable", messages.text("strategy.recommendable"), card.products()));
        report.figure(
            Figure.count(
                "interactions", messages.text("strategy.interactions"), card.interactions()));
        yield true;
      }
      case TrainResult.Refused _ -> {
        report.note(messages.text("strategy.refused"));
        yield true; // an earlier one answers
      }
      case TrainResult.TooFewInteractions few -> {
        report.missing(messages.text("strategy.tooFew", few.found(), few.needed()));
        yield false;
      }
    };
  }

  private static double usualOrder(Run run) {
    Totals t = run.totals();
    return t.money() && t.orders() > 0 && t.netMinor() > 0 ? (double) t.netMinor() / t.orders() : 1;
  }

  private CampaignBrief brief(Run run, Goal goal, boolean learned) {
    Options o = run.options();
    Economics usual = Economics.usual(o.margin(), run.shop().currency());
    Economics economics = responseRate(run).map(usual::withResponseRate).orElse(usual);
    CampaignBrief.Builder brief =
        CampaignBrief.builder(
                new CampaignId(goal.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                goal,
                economics,
                run.shop().asOf(),
                run.shop().zone())
            .variants(run.variants())
            .holdoutShare(o.holdout())
            .salt("autopilot-" + o.seed())
            .needsRecommendation(learned)
            .onlyProfitable(run.totals().money())
            .previewWithoutConsent(true);
    if (o.discount() > 0) {
      brief.benefit(new Benefit.Percent(o.discount() / 100));
    }
    services
        .past()
        .ordering(economics.horizonDays())
        .ifPresent((Baseline.Rate b) -> brief.baseline(b));
    return brief.build();
  }

  /// The shop's own response to past campaigns, with its interval; empty when the files tell none.
  private Optional<Interval> responseRate(Run run) {
    return PlacementStep.shopRate(
        services.responses().byKind(), services.chooser(), run.options().seed());
  }

  private static Optional<CampaignPlan> best(List<CampaignPlan> plans, boolean money) {
    Comparator<CampaignPlan> byProfit =
        Comparator.comparingDouble(p -> p.forecast().profit().estimate());
    Comparator<CampaignPlan> bySize = Comparator.comparingInt(p -> p.sum().of(Disposition.PLANNED));
    return plans.stream().filter(p -> !p.planned().isEmpty()).max(money ? byProfit : bySize);
  }

  private void proposals(Run run, StepReport report, List<CampaignPlan> plans) {
    List<List<Object>> rows = new ArrayList<>();
    for (CampaignPlan p : plans) {
      Interval profit = p.forecast().profit().times(run.shop().major(1));
      Text dash = Text.same("–");
      boolean money = run.totals().money();
      rows.add(
          List.of(
              goal(p.brief().goal()),
              p.sum().segment(),
              p.sum().of(Disposition.PLANNED),
              p.sum().of(Disposition.HOLDOUT),
              money ? profit.estimate() : dash,
              money ? profit.low() : dash,
              money ? profit.high() : dash,
              ProfileStep.text(profiles.sentence(Audience.condition(p.brief().goal())))));
    }
    report.table(
        table(
            "proposals",
            "strategy.table.proposals",
            rows,
            "goal",
            "audience",
            "planned",
            "holdout",
            "profit",
            "low",
            "high",
            "condition"));
  }

  private void chosen(Run run, StepReport report, CampaignPlan plan) {
    int planned = plan.sum().of(Disposition.PLANNED);
    int held = plan.sum().of(Disposition.HOLDOUT);
    run.groups(new MeasurementStep.Groups(planned, held));
    report.figure(Figure.count("planned", messages.text("strategy.planned"), planned));
    report.figure(Figure.count("holdout", messages.text("strategy.holdout"), held));
    Text goal = goal(plan.brief().goal());
    if (run.totals().money()) {
      Interval profit = plan.forecast().profit().times(run.shop().major(1));
      report.figure(
          Figure.of(
              "expectedProfit",
              messages.text("strategy.expectedProfit"),
              profit,
              run.shop().currency()));
      report.summary(
          messages.text(
              "strategy.summary.money",
              goal,
              planned,
              profit.estimate(),
              profit.low(),
              profit.high(),
              run.shop().currency(),
              run.options().margin() * 100));
      assumptions(report, plan);
      derivation(run, report, plan);
    } else {
      report.summary(messages.text("strategy.summary.plain", goal, planned));
      report.missing(messages.text("strategy.noMoney"));
    }
    sum(report, plan);
    hours(run, report, plan);
    samples(run, report, plan);
  }

  private void sum(StepReport report, CampaignPlan plan) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of(messages.text("disposition.segment"), plan.sum().segment()));
    for (Map.Entry<Disposition, Integer> e : plan.sum().parts().entrySet()) {
      if (e.getValue() > 0) {
        rows.add(
            List.of(
                messages.text("disposition." + e.getKey().name().toLowerCase(Locale.ROOT)),
                e.getValue()));
      }
    }
    report.table(table("checkSum", "strategy.table.sum", rows, "disposition", "customers"));
  }

  private void assumptions(StepReport report, CampaignPlan plan) {
    List<List<Object>> rows = new ArrayList<>();
    plan.forecast()
        .assumptions()
        .forEach((name, a) ->
            rows.add(
                List.of(
                    messages.text("assumption." + name),
                    a.value().estimate(),
                    a.value().low(),
                    a.value().high(),
                    origin(a))));
    report.table(
        table(
            "assumptions",
            "strategy.table.assumptions",
            rows,
            "assumption",
            "value",
            "low",
            "high",
            "origin"));
  }

  private Text origin(Assumption a) {
    return messages.text("origin." + a.origin().name().toLowerCase(Locale.ROOT));
  }

  private void derivation(Run run, StepReport report, CampaignPlan plan) {
    List<List<Object>> rows =
        plan.forecast().derivation().stream()
            .<List<Object>>map(l ->
                List.of(
                    messages.text("derivation." + l.name()),
                    AMOUNTS.contains(l.name()) ? run.shop().major(l.value()) : l.value(),
                    Text.same(l.formula())))
            .toList();
    report.table(
        table("derivation", "strategy.table.derivation", rows, "name", "value", "formula"));
  }

  private void hours(Run run, StepReport report, CampaignPlan plan) {
    Map<Integer, Long> byHour =
        plan.planned().stream()
            .flatMap(c -> c.sendAt().stream())
            .collect(
                Collectors.groupingBy(
                    t -> t.atZone(run.shop().zone()).getHour(),
                    java.util.TreeMap::new,
                    Collectors.counting()));
    if (byHour.size() < 2) {
      return;
    }
    Text title = messages.text("strategy.chart.hours");
    List<Text> names = byHour.keySet().stream().map(h -> Text.same(h + ":00")).toList();
    List<Double> values = byHour.values().stream().map(Long::doubleValue).toList();
    report.chart(
        new Chart(
            "sendHours",
            title,
            Chart.Kind.BARS,
            "",
            names,
            List.of(new Chart.Series(title, values))));
  }

  private void samples(Run run, StepReport report, CampaignPlan plan) {
    List<List<Object>> rows = new ArrayList<>();
    for (PlannedContact c : plan.planned().stream().limit(SAMPLES).toList()) {
      Optional<Candidate.Recommended> r = c.candidate().recommendation();
      rows.add(
          List.of(
              Text.same(c.candidate().customer().value()),
              Text.same(r.map(x -> run.catalogue().name(x.product())).orElse("–")),
              Text.same(
                  r.map(x -> x.reason().facts().get("pastProduct"))
                      .map(p -> run.catalogue().name(new ProductId(p)))
                      .orElse("–")),
              c.variant().map(v -> messages.text("style." + v)).orElse(Text.same("–")),
              c.probability().value() * 100,
              Text.same(
                  c.sendAt()
                      .map(t ->
                          t.atZone(run.shop().zone())
                              .toLocalDateTime()
                              .toString()
                              .replace('T', ' '))
                      .orElse("–"))));
    }
    report.table(
        table(
            "contacts",
            "strategy.table.contacts",
            rows,
            "customer",
            "recommended",
            "because",
            "arm",
            "probabilityPercent",
            "sendAt"));
  }

  private void notes(Run run, StepReport report, Audience audience) {
    report.note(messages.text("strategy.margin", run.options().margin() * 100));
    report.note(messages.text("strategy.preview"));
    if (!audience.hasAddresses()) {
      report.missing(messages.text("strategy.noAddresses"));
    }
  }

  private void launch(Run run, StepReport report, CampaignPlan plan) {
    run.progress().step(new Words("撰写消息", "writing messages"));
    Letters letters = new Letters(run, services.writer(), profiles, messages);
    List<Letter> written = new ArrayList<>();
    for (PlannedContact c : plan.planned()) {
      Optional<Letter> letter = letters.write(c, plan.brief().goal());
      if (letter.isEmpty()) {
        report.missing(messages.text("strategy.noWords"));
        return;
      }
      written.add(letter.get());
    }
    LaunchReport launched = services.campaigns().launch(plan, written, run.progress());
    int files = collect(launched, run.options().out().resolve("outbox"));
    report.figure(Figure.count("messages", messages.text("strategy.messages"), files));
    report.figure(
        Figure.count("decisions", messages.text("strategy.decisions"), launched.decisions()));
  }

  /// Put the written messages beside the report.
  private static int collect(LaunchReport launched, Path outbox) {
    int files = 0;
    try {
      Files.createDirectories(outbox);
      for (ContactResult result : launched.results()) {
        if (result.outcome().orElse(null) instanceof SendOutcome.Sent sent
            && "file".equals(sent.where().getScheme())) {
          Path file = Path.of(sent.where());
          Files.move(file, outbox.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
          files++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the outbox " + outbox + " cannot be written", e);
    }
    return files;
  }

  private Text goal(Goal goal) {
    return messages.text("goal." + goal.name().toLowerCase(Locale.ROOT));
  }

  private Table table(String key, String title, List<List<Object>> rows, String... columns) {
    List<Table.Column> heads =
        java.util.Arrays.stream(columns)
            .map(c -> new Table.Column(c, messages.text("column." + c)))
            .toList();
    return new Table(key, messages.text(title), heads, rows);
  }
}
