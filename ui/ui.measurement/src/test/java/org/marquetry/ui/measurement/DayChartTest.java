package org.marquetry.ui.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.marquetry.insight.api.DayValue;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.Occasion;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Formats;
import tools.jackson.databind.JsonNode;

class DayChartTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  private final FigureWords words =
      new FigureWords(new Div(), new Formats(Locale.ENGLISH, ZoneOffset.UTC), Optional.of("USD"));

  @Test
  void wholeDaysAreDrawnInMajorUnitsWithTheMeanOfSeven() {
    List<DayValue> days = new ArrayList<>();
    days.add(
        new DayValue(FIRST.minusDays(1), OptionalLong.empty(), false)); // before the first event
    for (int i = 0; i < 8; i++) {
      days.add(new DayValue(FIRST.plusDays(i), OptionalLong.of(100L * (i + 1)), true));
    }
    days.add(new DayValue(FIRST.plusDays(8), OptionalLong.of(5), false)); // today so far
    JsonNode series =
        new DayChart(words, Figure.NET_REVENUE, days, List.of()).option().get("series");
    JsonNode daily = series.get(0).get("data");
    JsonNode mean = series.get(1).get("data");
    assertEquals(9, daily.size());
    assertEquals("2026-11-01", daily.get(0).get(0).asString());
    assertEquals(1.0, daily.get(0).get(1).asDouble());
    assertTrue(daily.get(8).get(1).isNull(), "today so far is no whole day");
    assertTrue(mean.get(5).get(1).isNull(), "six days are no week");
    assertEquals(4.0, mean.get(6).get(1).asDouble());
    assertEquals(5.0, mean.get(7).get(1).asDouble());
  }

  @Test
  void theMeanOfCountsHasATenth() {
    List<DayValue> days = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      days.add(new DayValue(FIRST.plusDays(i), OptionalLong.of(i == 0 ? 2 : 1), true));
    }
    JsonNode series = new DayChart(words, Figure.ORDERS, days, List.of()).option().get("series");
    assertEquals(1.1, series.get(1).get("data").get(6).get(1).asDouble());
  }

  @Test
  void namesOfSaleDaysDoNotMeet() {
    List<DayValue> days = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int value = i == 11 ? 90 : i == 28 ? 80 : 3;
      days.add(new DayValue(FIRST.plusDays(i), OptionalLong.of(value), true));
    }
    List<Occasion> occasions =
        List.of(occasion(11, "eleven"), occasion(28, "black"), occasion(31, "cyber"));
    assertEquals(
        List.of("eleven left true", "black right true", "cyber right false"),
        marks(days, occasions));
    assertEquals(List.of("alone top true"), marks(days, List.of(occasion(100, "alone"))));
    assertTrue(room(days.subList(0, 32), occasions) > room(days, occasions), "at the right edge");
  }

  private static Occasion occasion(int day, String name) {
    return new Occasion(FIRST.plusDays(day), new Words(name, name));
  }

  private List<String> marks(List<DayValue> days, List<Occasion> occasions) {
    List<String> marks = new ArrayList<>();
    new DayChart(words, Figure.ORDERS, days, occasions)
        .option()
        .get("series")
        .get(0)
        .get("markPoint")
        .get("data")
        .forEach(m ->
            marks.add(
                m.get("name").asString()
                    + " "
                    + m.get("label").get("position").asString()
                    + " "
                    + m.get("label").get("show").asBoolean()));
    return marks;
  }

  private int room(List<DayValue> days, List<Occasion> occasions) {
    return new DayChart(words, Figure.ORDERS, days, occasions)
        .option()
        .get("grid")
        .get("right")
        .asInt();
  }

  @Test
  void aDayThatIsNotKnownIsAGapAndNotZero() {
    List<DayValue> days = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      OptionalLong value = i == 4 ? OptionalLong.empty() : OptionalLong.of(i == 5 ? 0 : 3);
      days.add(new DayValue(FIRST.plusDays(i), value, i != 4));
    }
    JsonNode series = new DayChart(words, Figure.ORDERS, days, List.of()).option().get("series");
    assertTrue(series.get(0).get("data").get(4).get(1).isNull());
    assertEquals(0, series.get(0).get("data").get(5).get(1).asDouble());
    assertTrue(series.get(1).get("data").get(9).get(1).isNull(), "a week with a gap has no mean");
    assertFalse(series.get(0).has("connectNulls"));
  }

  @Test
  void oneDayIsNoChart() {
    List<DayValue> one = List.of(new DayValue(FIRST, OptionalLong.of(1), true));
    assertFalse(new DayChart(words, Figure.ORDERS, one, List.of()).hasDays());
  }
}
