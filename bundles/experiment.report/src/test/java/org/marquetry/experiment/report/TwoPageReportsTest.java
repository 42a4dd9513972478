package org.marquetry.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.ExperimentReadings.Change;
import org.marquetry.experiment.api.ExperimentReports.Format;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.SegmentedReading;
import org.marquetry.experiment.api.Split;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.experiment.api.WasItTrue;
import org.marquetry.insight.api.Occasion;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Saved;
import org.marquetry.shop.api.Words;

/// The files are read back: two pages, fonts inside, and the figures are those of the reading.
class TwoPageReportsTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private final Facts facts = facts(2);

  private static Effect effect(String variant, double estimate) {
    Interval interval = new Interval(estimate, estimate - 89, estimate + 89, 0.95);
    return new Effect(
        new Effect.Group("holdout", 503, 0, 1),
        new Effect.Group(variant, 9_548, estimate, 1),
        interval,
        new Interval(estimate, estimate - 177, estimate + 177, 0.95),
        0.004,
        Effect.Method.CUPED,
        0.8);
  }

  /// @param variants how many
  private static Facts facts(int variants) {
    List<Design.Share> shares = new ArrayList<>();
    for (int i = 0; i < variants; i++) {
      shares.add(new Design.Share("版本 " + i, 1.0 / variants));
    }
    ExperimentPlan plan =
        new ExperimentPlan(
            new CampaignId("c/1"),
            "春季唤醒 <Spring> & 囧",
            0.05,
            shares,
            START,
            START.plus(Duration.ofDays(30)),
            new ExperimentPlan.Costs(0.4, new Money(5, "CNY"), Money.zero("CNY")),
            90,
            ExperimentPlan.Limits.USUAL);
    List<Reading.Arm> arms = new ArrayList<>();
    List<Reading.Group> groups =
        new ArrayList<>(List.of(new Reading.Group("holdout", 503, 0, 0, 0, 2, rails())));
    for (Design.Share share : shares) {
      Effect effect = effect(share.variant(), 131 - 7.0 * arms.size());
      groups.add(new Reading.Group(share.variant(), 9_548, 9_001, 812, 97, 41, rails()));
      Interval fixed = effect.fixed();
      arms.add(
          new Reading.Arm(
              share.variant(),
              effect,
              fixed.times(10_051),
              new Verdict(
                  Verdict.Key.BETTER,
                  Map.of("effect", fixed.estimate(), "low", fixed.low(), "high", fixed.high())),
              points(effect)));
    }
    ExperimentDecision decision =
        new ExperimentDecision(
            "c/1",
            1,
            new Choice.Ship("版本 0"),
            "It earns more. ".repeat(10),
            START.plus(Duration.ofDays(31)),
            "u-ada",
            plan.plannedEnd(),
            List.of(),
            Optional.empty());
    Reading reading =
        new Reading(
            new RegisteredExperiment(
                plan, "c/1", plan.plannedEnd(), 1, Saved.Act.CREATED, START, "u-ada"),
            plan.plannedEnd(),
            true,
            new SampleRatio(List.of(), 0.9, true),
            Optional.empty(),
            groups,
            arms,
            0,
            3);
    Interval orders = new Interval(30, 10, 50, 0.95);
    return new Facts(
        reading,
        Optional.of(
            new Attribution(
                7, 9_548, new Attribution.Tally(40, 1, 123_456), orders, orders.times(900))),
        List.of(
            new SegmentedReading(
                Split.ORDERS,
                reading.until(),
                true,
                0.98,
                Split.ORDERS.parts().stream()
                    .map(p -> new SegmentedReading.Part(p, "版本 0", effect("版本 0", 77.7)))
                    .toList())),
        List.of(decision),
        List.of(new Change("版本 0", 131, 151)),
        Optional.of(
            new WasItTrue(
                "版本 0",
                START.plus(Duration.ofDays(91)),
                effect("版本 0", 131).fixed(),
                effect("版本 0", 120).fixed(),
                effect("版本 0", 5).fixed(),
                WasItTrue.Answer.CONFIRMED)),
        List.of(new Occasion(LocalDate.of(2026, 11, 11), new Words("双十一", "Singles’ Day"))),
        START.plus(Duration.ofDays(40)));
  }

  private static List<Reading.Guardrail> rails() {
    return List.of(
        new Reading.Guardrail(
            Reading.Harm.UNSUBSCRIBED, 12, new Interval(0.0013, 0.001, 0.002, 0.95), 0.005),
        new Reading.Guardrail(
            Reading.Harm.COMPLAINED, 40, new Interval(0.0042, 0.003, 0.006, 0.95), 0.001));
  }

  private static List<Reading.Point> points(Effect effect) {
    List<Reading.Point> points = new ArrayList<>();
    for (int day = 3; day <= 30; day++) {
      double wide = 3.0 * (31 - day);
      double at = effect.fixed().estimate() + wide;
      points.add(
          new Reading.Point(
              LocalDate.of(2026, 11, day),
              new Interval(at, at - 90 - wide, at + 90 + wide, 0.95),
              new Interval(at, at - 180 - wide, at + 180 + wide, 0.95)));
    }
    return points;
  }

  private static Contents contents(Facts facts, Locale language) {
    return new Contents(facts, language, ZoneOffset.UTC);
  }

  private static Locale locale(String language) {
    return Locale.forLanguageTag(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void bothFilesHaveTwoPagesAndTheFiguresOfTheReadingThePdfItsFonts(String language)
      throws IOException {
    Contents contents = contents(facts, locale(language));
    byte[] file = PdfPages.of(contents, locale(language), facts.now());
    keep("report-" + language + ".pdf", file);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      assertEquals(2, pdf.getNumberOfPages());
      int fonts = 0;
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font.getName());
          assertTrue(font.getName().matches("[A-Z]{6}\\+.*"), "only a part: " + font.getName());
          fonts++;
        }
      }
      assertTrue(fonts >= 2);
      assertTrue(file.length < 200_000, file.length + " bytes");
      String lines = new PDFTextStripper().getText(pdf);
      theWebPageSaysTheSame(language, lines);
      String text = lines.replaceAll("\\s", "");
      ResultWords words =
          new ResultWords(locale(language), ZoneOffset.UTC, facts.reading().experiment().plan());
      Reading.Arm best = ResultWords.best(facts.reading()).orElseThrow();
      for (String said :
          List.of(
              words.verdict(facts.reading(), best),
              words.amounts().person(best.profit().fixed().estimate()),
              words.amounts().range(best.profit().alwaysValid()),
              words.amounts().total(best.toAll()),
              words.difference(facts.touch().orElseThrow()),
              words.number(9_548),
              words.changed(facts.changes().getFirst()).orElseThrow())) {
        assertTrue(text.contains(said.replaceAll("\\s", "")), said + " is not in " + text);
      }
      assertTrue(text.contains("[0.42;2.20]"), text);
      assertTrue(text.contains("□"), "what no font has is a box");
      assertFalse(text.contains("u-ada"), "nobody is named");
    }
  }

  private void theWebPageSaysTheSame(String language, String pdf) throws IOException {
    String html = HtmlPages.of(contents(facts, locale(language)), locale(language));
    keep("report-" + language + ".html", html.getBytes(StandardCharsets.UTF_8));
    assertEquals(3, html.split("<section>", -1).length);
    assertTrue(html.contains("春季唤醒 &lt;Spring&gt; &amp; 囧"));
    assertFalse(html.contains("http"), "it needs nothing else");
    assertFalse(html.contains("u-ada"), "nobody is named");
    List<String> ofHtml =
        numbers(html.replaceAll("(?s)<style>.*?</style>|<svg.*?</svg>|<[^>]*>", " "));
    ofHtml.removeAll(numbers(pdf));
    assertEquals(List.of(), ofHtml, "every number of the page is in the PDF");
  }

  private static List<String> numbers(String text) {
    return new ArrayList<>(
        Pattern.compile("\\d[\\d.,]*\\d|\\d").matcher(text).results().map(r -> r.group()).toList());
  }

  @Test
  void tenVariantsStillFitTwoPages() throws IOException {
    Facts many = facts(10);
    try (PDDocument pdf =
        Loader.loadPDF(PdfPages.of(contents(many, Locale.ENGLISH), Locale.ENGLISH, many.now()))) {
      assertEquals(2, pdf.getNumberOfPages());
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("版本 9"), text);
      assertTrue(text.contains("no personal data"), "the last line is there");
    }
  }

  @Test
  void theAxisHasRoundValuesAndZero() {
    Plot plot =
        new Plot(
            points(effect("a", 131)),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 12, 1),
            "end",
            List.of(),
            Double::toString);
    assertTrue(plot.ticks().stream().anyMatch(t -> t.label().equals("0.0") && t.y() == plot.y(0)));
    plot.band(p -> p.alwaysValid().low(), p -> p.alwaysValid().high())
        .forEach(p -> assertTrue(p.x() >= 0 && p.x() <= 1 && p.y() >= 0 && p.y() <= 1));
    assertEquals(1, plot.x(LocalDate.of(2026, 12, 1)));
  }

  @Test
  void theDoorKnowsItsWords() {
    assertEquals(Format.HTML, ReportOperations.format("html"));
    assertThrows(IllegalArgumentException.class, () -> ReportOperations.format("doc"));
    assertThrows(IllegalArgumentException.class, () -> ReportOperations.language("fr"));
  }

  /// For eyes: kept beside the classes, never in the tree.
  private static void keep(String name, byte[] content) throws IOException {
    Files.write(Files.createDirectories(Path.of("target/reports")).resolve(name), content);
  }
}
