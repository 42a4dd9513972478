package org.marquetry.ui.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.insight.api.Occasion;
import org.marquetry.lib.echarts.Chart;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;
import tools.jackson.databind.JsonNode;

class BandChartTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private static final ExperimentPlan PLAN =
      new ExperimentPlan(
          new CampaignId("c"),
          "Spring",
          0.05,
          List.of(new Design.Share("B", 1)),
          START,
          START.plusSeconds(30 * 86_400),
          new ExperimentPlan.Costs(0.4, new Money(5, "CNY"), Money.zero("CNY")),
          90,
          ExperimentPlan.Limits.USUAL);

  private static final ShopZone UTC =
      new ShopZone() {
        @Override
        public ZoneId zone() {
          return ZoneOffset.UTC;
        }

        @Override
        public LocalDate day(Instant moment) {
          return LocalDate.ofInstant(moment, ZoneOffset.UTC);
        }

        @Override
        public LocalDate today() {
          return day(START);
        }

        @Override
        public Instant start(LocalDate day) {
          return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
      };

  private static BandChart chart(int days) {
    List<Reading.Point> points = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      points.add(
          new Reading.Point(
              LocalDate.of(2026, 11, 3).plusDays(day),
              new Interval(-105, -600, 390, 0.95),
              new Interval(-105, -944, 735, 0.95)));
    }
    Interval any = new Interval(-105, -944, 735, 0.95);
    Effect effect =
        new Effect(
            new Effect.Group("holdout", 50, 0, 1),
            new Effect.Group("B", 950, 0, 1),
            any,
            any,
            0.5,
            Effect.Method.WELCH,
            1);
    Reading.Arm arm =
        new Reading.Arm("B", effect, any, new Verdict(Verdict.Key.KEEP_RUNNING, Map.of()), points);
    return new BandChart(
        new Div(),
        UTC,
        new ResultWords(Locale.ENGLISH, ZoneOffset.UTC, PLAN),
        PLAN,
        arm,
        List.of(new Occasion(LocalDate.of(2026, 11, 11), new Words("双十一", "Singles’ Day"))));
  }

  /// What is stacked has one sign on the second axis; moved back it is what was read.
  @Test
  void bandsAcrossZeroStandWhereTheyWereRead() {
    JsonNode option = chart(3).option();
    double low = option.get("yAxis").get(0).get("min").asDouble();
    double high = option.get("yAxis").get(0).get("max").asDouble();
    assertEquals(0, option.get("yAxis").get(1).get("min").asDouble());
    assertEquals(high - low, option.get("yAxis").get(1).get("max").asDouble());
    assertTrue(low <= -9.44 && high >= 7.35, low + " to " + high);
    JsonNode series = option.get("series");
    double[] ends = {-9.44, 7.35, -6, 3.9};
    for (int band = 0; band < 2; band++) {
      double below = at(series.get(2 * band), 1);
      double height = at(series.get(2 * band + 1), 1);
      assertEquals(1, series.get(2 * band).get("yAxisIndex").asInt());
      assertTrue(below >= 0 && height >= 0);
      assertEquals(ends[2 * band], below + low, 1e-6);
      assertEquals(ends[2 * band + 1], below + height + low, 1e-6);
    }
    assertEquals(-1.05, at(series.get(4), 1), 1e-9);
    assertFalse(series.get(4).has("yAxisIndex"));
  }

  private static double at(JsonNode series, int day) {
    return series.get("data").get(day).get(1).asDouble();
  }

  @Test
  void zeroThePlannedEndAndSaleDaysAreMarked() {
    JsonNode option = chart(3).option();
    JsonNode marks = option.get("series").get(4).get("markLine").get("data");
    assertEquals(0, marks.get(0).get("yAxis").asInt());
    assertEquals("2026-12-01", marks.get(1).get("xAxis").asString());
    assertEquals("insideEndTop", marks.get(1).get("label").get("position").asString());
    assertEquals("Singles’ Day", marks.get(2).get("name").asString());
    assertEquals("2026-11-01", option.get("xAxis").get("min").asString());
    assertEquals("2026-12-01", option.get("xAxis").get("max").asString());
  }

  @Test
  void oneDayIsNoChart() {
    assertFalse(chart(1).show(Optional.empty()) instanceof Chart);
    assertTrue(chart(2).show(Optional.empty()) instanceof Chart);
  }
}
