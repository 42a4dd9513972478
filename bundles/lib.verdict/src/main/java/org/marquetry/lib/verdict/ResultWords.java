package org.marquetry.lib.verdict;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.Reading.Arm;
import org.marquetry.experiment.api.Reading.Guardrail;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.Split;
import org.marquetry.experiment.api.SplitCause;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.experiment.api.WasItTrue;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Words;

/// Says what an experiment shows, in one language. Every number is one of the reading, rounded.
/// Immutable.
public final class ResultWords {
  private static final double SMALLEST_P = 0.0001;

  private final Locale language;
  private final ZoneId zone;
  private final ExperimentPlan plan;
  private final Amounts amounts;
  private final Texts texts;

  /// @param zone the shop's
  public ResultWords(Locale language, ZoneId zone, ExperimentPlan plan) {
    this.language = language;
    this.zone = zone;
    this.plan = plan;
    amounts = new Amounts(language, plan.costs().currency());
    texts = new Texts(ResultWords.class, "verdict", language);
  }

  /// What the agenda says in both languages.
  public static Optional<Words> verdict(Reading reading, ZoneId zone) {
    return best(reading)
        .map(arm ->
            new Words(
                of(Locale.SIMPLIFIED_CHINESE, zone, reading).verdict(reading, arm),
                of(Locale.ENGLISH, zone, reading).verdict(reading, arm)));
  }

  private static ResultWords of(Locale language, ZoneId zone, Reading reading) {
    return new ResultWords(language, zone, reading.experiment().plan());
  }

  /// The variant that a reader wants to hear of first: what looks best.
  public static Optional<Arm> best(Reading reading) {
    return bestFirst(reading).stream().findFirst();
  }

  /// All variants, what looks best first.
  public static List<Arm> bestFirst(Reading reading) {
    return reading.arms().stream()
        .sorted(Comparator.comparingDouble((Arm arm) -> arm.profit().fixed().estimate()).reversed())
        .toList();
  }

  public Locale language() {
    return language;
  }

  public Amounts amounts() {
    return amounts;
  }

  /// What a variant's figures mean, in one sentence.
  public String verdict(Reading reading, Arm arm) {
    Verdict verdict = arm.verdict();
    Map<String, Double> facts = verdict.facts();
    String all = number(reading.people());
    return switch (verdict.key()) {
      case DISTRUST -> distrust(reading);
      case TOO_LITTLE ->
          texts.say(
              "too_little",
              number(facts.getOrDefault("buyers", 0.0).longValue()),
              number(facts.getOrDefault("needed", 0.0).longValue()),
              group(arm.variant()));
      case BETTER, WORSE, KEEP_RUNNING, NO_LARGER_THAN, HARMS -> {
        Interval effect =
            new Interval(
                fact(facts, "effect"),
                fact(facts, "low"),
                fact(facts, "high"),
                arm.profit().fixed().level());
        yield texts.say(
            word(verdict.key()),
            group(arm.variant()),
            amounts.person(effect.estimate()),
            amounts.range(effect),
            against(),
            all,
            amounts.total(arm.toAll()),
            Math.round(facts.getOrDefault("days", 0.0)),
            amounts.person(facts.getOrDefault("limit", 0.0)),
            harms(reading, arm.variant()));
      }
    };
  }

  private static double fact(Map<String, Double> facts, String name) {
    return facts.getOrDefault(name, 0.0);
  }

  /// What to do about it.
  public String advice(Arm arm) {
    return texts.say(word(arm.verdict().key()) + ".advice", group(arm.variant()));
  }

  /// A verdict in a word or two.
  public String brief(Verdict.Key key) {
    return texts.say("brief." + word(key));
  }

  /// What a variant is compared with.
  public String against() {
    return plan.holdoutShare() > 0 ? texts.say("nothing") : plan.control();
  }

  /// What a group is called.
  public String group(String name) {
    return name.equals(Design.HOLDOUT) ? texts.say("holdout") : name;
  }

  private String distrust(Reading reading) {
    String p = p(reading.ratio().p());
    String is = shares(reading.ratio().groups(), reading.people(), false);
    String should = shares(reading.ratio().groups(), reading.people(), true);
    return reading
        .cause()
        .map(cause -> texts.say("distrust", is, should, p, cause(cause)))
        .orElseGet(() -> texts.say("distrust.alone", is, should, p));
  }

  /// In hundredths with a tenth: `52.1/47.9`.
  private String shares(List<SampleRatio.Count> groups, long people, boolean planned) {
    NumberFormat tenth = NumberFormat.getNumberInstance(language);
    tenth.setMinimumFractionDigits(1);
    tenth.setMaximumFractionDigits(1);
    return groups.stream()
        .map(g -> planned ? g.share() : (double) g.people() / Math.max(1, people))
        .map(share -> tenth.format(100 * share))
        .collect(Collectors.joining("/"));
  }

  /// A likely cause of uneven groups.
  public String cause(SplitCause cause) {
    return switch (cause) {
      case SplitCause.Moved(long people) -> texts.say("cause.moved", number(people));
      case SplitCause.OneDay(LocalDate day, long people) ->
          texts.say("cause.day", date(day), number(people));
    };
  }

  /// A chance, to four digits.
  public String p(double p) {
    return p < SMALLEST_P ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  private String harms(Reading reading, String variant) {
    return reading.groups().stream()
        .filter(g -> g.name().equals(variant))
        .flatMap(g -> g.guardrails().stream())
        .filter(Guardrail::isBroken)
        .map(rail ->
            texts.say(
                "broken",
                percent(rail.rate().estimate()),
                harm(rail.harm()),
                percent(rail.limit())))
        .findFirst()
        .orElse("");
  }

  /// What a harm is called, as what people did.
  public String harm(Reading.Harm harm) {
    return texts.say("harm." + word(harm));
  }

  /// A share with a tenth of a percent, or as many digits as it needs.
  public String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(language);
    format.setMaximumFractionDigits(share > 0 && share < 0.001 ? 3 : 1);
    return format.format(share);
  }

  /// Last touch and the hold-out's answer, the difference in one sentence.
  public String difference(Attribution told) {
    double nothing = told.creditedForNothing();
    String brought = count(told.orders());
    String credited = number(told.lastTouch().orders());
    if (Double.isNaN(nothing)) {
      return texts.say("touch.none", brought);
    }
    return nothing >= 0
        ? texts.say(
            "touch.more",
            credited,
            number(Math.round(nothing * (double) told.lastTouch().orders())),
            percent(nothing),
            brought)
        : texts.say("touch.less", credited, brought);
  }

  /// A number of orders with its ends.
  public String count(Interval orders) {
    return "%s [%s; %s]"
        .formatted(
            number(Math.round(orders.estimate())),
            number(Math.round(orders.low())),
            number(Math.round(orders.high())));
  }

  /// What facts that came after a decision changed of what was seen then; empty where nothing
  /// changed that is seen in the digits told.
  public Optional<String> changed(ExperimentReadings.Change change) {
    boolean same = amounts.person(change.then()).equals(amounts.person(change.now()));
    return same
        ? Optional.empty()
        : Optional.of(
            texts.say(
                "changed",
                group(change.variant()),
                amounts.change(change.difference()),
                amounts.person(change.then()),
                amounts.person(change.now())));
  }

  /// Whether a decision was right.
  ///
  /// @param final_ whether the day has come on which the answer counts
  public String truth(WasItTrue told, boolean final_) {
    return texts.say(
        "truth." + word(told.answer()) + (final_ ? "" : ".early"),
        group(told.variant()),
        amounts.person(told.thought()),
        amounts.person(told.whole()),
        amounts.person(told.since()),
        day(told.due()));
  }

  /// What was decided, in a word or two.
  public String choice(Choice choice) {
    return switch (choice) {
      case Choice.Ship(String variant) -> texts.say("choice.ship", group(variant));
      case Choice.Stop() -> texts.say("choice.stop");
      case Choice.Repeat() -> texts.say("choice.repeat");
      case Choice.RunLonger(Instant until) -> texts.say("choice.longer", day(until));
    };
  }

  /// What follows from a choice, and when the suite looks back.
  ///
  /// @param now when it is decided
  public String follows(Choice choice, Instant now) {
    String due = day(now.plus(RegisteredExperiments.CHECK_AFTER));
    String held = percent(plan.holdoutShare());
    String back =
        plan.holdoutShare() > 0
            ? texts.say("follows.back", due, held)
            : texts.say("follows.back.variants", due, plan.control());
    return switch (choice) {
      case Choice.Ship(String variant) -> texts.say("follows.ship", group(variant)) + " " + back;
      case Choice.Stop() -> texts.say("follows.stop") + " " + back;
      case Choice.Repeat() -> texts.say("follows.repeat") + " " + back;
      case Choice.RunLonger(Instant until) -> texts.say("follows.longer", day(until));
    };
  }

  /// What a split is called.
  public String split(Split split) {
    return texts.say("split." + word(split), plan.covariateDays());
  }

  /// What a part of a split is called.
  public String part(Split split, String part) {
    return texts.say("split." + word(split) + "." + part, plan.covariateDays());
  }

  /// A day of the shop.
  public String day(Instant moment) {
    return date(LocalDate.ofInstant(moment, zone));
  }

  public String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language).format(day);
  }

  /// A whole number, grouped.
  public String number(long value) {
    String text = NumberFormat.getIntegerInstance(language).format(Math.abs(value));
    return value < 0 ? "−" + text : text;
  }

  /// What a value is called in texts and addresses.
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
