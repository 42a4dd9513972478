package org.marquetry.experiment.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.Reading.Arm;
import org.marquetry.experiment.api.SegmentedReading;
import org.marquetry.experiment.report.Block.Style;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.lib.verdict.Texts;

/// What stands on the two pages: the first one for whoever decides, the second one for whoever asks
/// how it came about. Nobody is named.
final class Contents {
  private static final int MOST_DECISIONS = 4;

  private final Facts facts;
  private final Locale language;
  private final ZoneId zone;
  private final ResultWords words;
  private final Texts texts;

  Contents(Facts facts, Locale language, ZoneId zone) {
    this.facts = facts;
    this.language = language;
    this.zone = zone;
    words = new ResultWords(language, zone, plan(facts));
    texts = new Texts(Contents.class, "report", language);
  }

  private static ExperimentPlan plan(Facts facts) {
    return facts.reading().experiment().plan();
  }

  private Reading reading() {
    return facts.reading();
  }

  String title() {
    return reading().experiment().name();
  }

  /// The two pages.
  List<List<Block>> pages() {
    return List.of(first(), second());
  }

  private List<Block> first() {
    List<Block> page = new ArrayList<>();
    page.add(new Block.Text(title(), Style.TITLE));
    page.add(
        note(
            "head",
            words.day(plan(facts).start()),
            words.day(plan(facts).plannedEnd()),
            words.day(reading().until()),
            plan(facts).costs().currency()));
    List<Arm> arms = ResultWords.bestFirst(reading());
    if (arms.isEmpty()) {
      page.add(new Block.Text(texts.say("nobody"), Style.LEAD));
    } else {
      verdicts(page, arms);
      chart(arms.getFirst()).forEach(page::add);
    }
    page.add(heading("groups"));
    page.add(groups());
    page.add(note("groups.about"));
    return page;
  }

  private void verdicts(List<Block> page, List<Arm> arms) {
    Arm best = arms.getFirst();
    page.add(new Block.Text(words.verdict(reading(), best), Style.LEAD));
    page.add(body("todo", words.advice(best)));
    if (reading().ratio().trustworthy()) {
      arms.stream()
          .skip(1)
          .forEach(arm -> page.add(new Block.Text(words.verdict(reading(), arm), Style.BODY)));
    }
  }

  private List<Block> chart(Arm arm) {
    if (arm.series().size() < 2) {
      return List.of();
    }
    Plot plot =
        new Plot(
            arm.series(),
            plan(facts).start().atZone(zone).toLocalDate(),
            plan(facts).plannedEnd().atZone(zone).toLocalDate(),
            texts.say("end"),
            facts.occasions().stream()
                .map(o -> new Plot.Sale(o.day(), o.name().in(language)))
                .toList(),
            minor -> words.amounts().number(minor));
    return List.of(
        heading("chart", words.group(arm.variant()), words.against()),
        new Block.Curve(
            plot,
            texts.say(
                "chart.summary",
                words.amounts().person(arm.profit().fixed()),
                words.amounts().range(arm.profit().alwaysValid()))),
        note("chart.about"));
  }

  private Block groups() {
    return new Block.Rows(
        List.of(
            texts.say("group"),
            texts.say("people"),
            texts.say("sent"),
            texts.say("clicked"),
            texts.say("unsubscribed"),
            texts.say("complained"),
            texts.say("returned")),
        reading().groups().stream().map(this::group).toList());
  }

  private List<String> group(Reading.Group group) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                words.group(group.name()),
                words.number(group.people()),
                words.number(group.sent()),
                words.number(group.clicked())));
    group
        .guardrails()
        .forEach(rail ->
            cells.add(
                texts.say(
                    rail.isBroken() ? "rail.broken" : "rail",
                    words.number(rail.people()),
                    words.percent(rail.rate().estimate()),
                    words.percent(rail.limit()))));
    cells.add(words.number(group.returned()));
    return cells;
  }

  private List<Block> second() {
    List<Block> page = new ArrayList<>();
    page.add(heading("numbers"));
    page.add(numbers());
    page.add(heading("touch"));
    touch().forEach(page::add);
    facts.parts().forEach(read -> parts(read).forEach(page::add));
    page.add(heading("decisions"));
    decisions().forEach(page::add);
    page.add(heading("how"));
    how().forEach(page::add);
    return page;
  }

  private Block numbers() {
    return new Block.Rows(
        List.of(
            texts.say("variant"),
            texts.say("more"),
            texts.say("fixed"),
            texts.say("always"),
            texts.say("all"),
            "p"),
        ResultWords.bestFirst(reading()).stream()
            .map(arm ->
                List.of(
                    words.group(arm.variant()),
                    words.amounts().person(arm.profit().fixed().estimate()),
                    words.amounts().range(arm.profit().fixed()),
                    words.amounts().range(arm.profit().alwaysValid()),
                    words.amounts().total(arm.toAll()),
                    words.p(arm.profit().p())))
            .toList());
  }

  private List<Block> touch() {
    if (facts.touch().isEmpty()) {
      return List.of(body("touch.none"));
    }
    Attribution told = facts.touch().get();
    return List.of(
        new Block.Text(words.difference(told), Style.BODY),
        new Block.Rows(
            List.of("", texts.say("touch.last", told.days()), texts.say("touch.brought")),
            List.of(
                List.of(
                    texts.say("orders"),
                    words.number(told.lastTouch().orders()),
                    words.count(told.orders())),
                List.of(
                    texts.say("profit"),
                    words.amounts().total(told.lastTouch().profitMinor()),
                    words.amounts().total(told.profit())))));
  }

  private List<Block> parts(SegmentedReading read) {
    if (read.parts().isEmpty()) {
      return List.of();
    }
    return List.of(
        heading("parts", words.split(read.split())),
        new Block.Rows(
            List.of(
                texts.say("part"),
                texts.say("variant"),
                texts.say("more"),
                texts.say("fixed"),
                texts.say("always")),
            read.parts().stream()
                .map(part ->
                    List.of(
                        words.part(read.split(), part.name()),
                        words.group(part.variant()),
                        words.amounts().person(part.profit().fixed().estimate()),
                        words.amounts().range(part.profit().fixed()),
                        words.amounts().range(part.profit().alwaysValid())))
                .toList()),
        note("parts.about"));
  }

  private List<Block> decisions() {
    if (facts.decisions().isEmpty()) {
      return List.of(body("decisions.none"));
    }
    List<Block> all = new ArrayList<>();
    for (ExperimentDecision d : facts.decisions().stream().limit(MOST_DECISIONS).toList()) {
      all.add(
          body(
              d.holds() ? "decided" : "decided.undone",
              words.day(d.at()),
              words.choice(d.choice()),
              d.reason()));
    }
    facts.changes().stream()
        .flatMap(change -> words.changed(change).stream())
        .forEach(text -> all.add(new Block.Text(text, Style.BODY)));
    facts
        .truth()
        .map(told -> words.truth(told, !facts.now().isBefore(told.due())))
        .ifPresent(text -> all.add(new Block.Text(text, Style.BODY)));
    return all;
  }

  private List<Block> how() {
    ExperimentPlan.Costs costs = plan(facts).costs();
    List<Block> all = new ArrayList<>();
    all.add(
        note(
            "how.profit",
            words.percent(costs.margin()),
            words.amounts().person((double) costs.message().minor()),
            words.amounts().person((double) costs.redemption().minor())));
    all.add(note("how.people", words.number(reading().people()), words.against()));
    all.add(note("how.intervals"));
    best()
        .filter(arm -> arm.profit().method() == Effect.Method.CUPED)
        .ifPresent(arm ->
            all.add(
                note(
                    "how.cuped",
                    plan(facts).covariateDays(),
                    words.percent(1 - arm.profit().varianceKept()))));
    if (reading().otherCurrency() > 0 || reading().notInPlan() > 0) {
      all.add(
          note(
              "how.left-out",
              words.number(reading().otherCurrency()),
              words.number(reading().notInPlan())));
    }
    all.add(note("how.nobody", words.day(facts.now())));
    return all;
  }

  private Optional<Arm> best() {
    return ResultWords.best(reading());
  }

  private Block heading(String key, Object... values) {
    return new Block.Heading(texts.say(key, values));
  }

  private Block body(String key, Object... values) {
    return new Block.Text(texts.say(key, values), Style.BODY);
  }

  private Block note(String key, Object... values) {
    return new Block.Text(texts.say(key, values), Style.NOTE);
  }
}
