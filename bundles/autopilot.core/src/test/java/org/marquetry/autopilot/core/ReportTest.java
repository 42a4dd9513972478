package org.marquetry.autopilot.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.marquetry.shop.api.Interval;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
  private static final String HOSTILE = "<script>alert('x')</script>&\"";

  private final Messages messages = new Messages();

  @Test
  void jsonHasTheSixStepsInTheOrderOfTheLoop() {
    JsonNode json = JsonMapper.shared().readTree(ReportJson.write(report()));
    assertEquals(1, json.get("schemaVersion").asInt());
    List<String> names =
        json.get("steps").valueStream().map(s -> s.get("name").asString()).toList();
    assertEquals(
        List.of("data", "profile", "placement", "content", "strategy", "measurement"), names);
    JsonNode data = json.get("steps").get(0);
    assertEquals("partial", data.get("status").asString());
    assertEquals("no money.", data.get("reason").get("en").asString());
    assertEquals(12.5, data.get("figures").get(0).get("value").asDouble());
    assertTrue(
        data.get("figures").get(0).get("interval").get("high").isNull(), "an open end is null");
    assertEquals(HOSTILE, data.get("tables").get(0).get("rows").get(0).get("product").asString());
  }

  @Test
  void htmlShowsDataAsTextAndFetchesNothing() {
    String html = ReportHtml.write(report(), messages, "zh");
    assertFalse(html.contains(HOSTILE), "data became markup");
    assertTrue(html.contains("&lt;script&gt;alert"));
    assertTrue(html.contains("<html lang=\"zh-CN\">"));
    assertFalse(
        html.contains("http://") || html.contains("https://"),
        "the report must need nothing from elsewhere");
    assertEquals(6, html.split("<section ", -1).length - 1);
  }

  @Test
  void chartDrawsEveryValueInsideItsFrame() throws Exception {
    String svg = SvgChart.draw(chart(3, -2, 0));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg))); // well-formed
    assertEquals(3, svg.split("<rect ", -1).length - 1);
    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    assertTrue(SvgChart.draw(chart()).contains("<svg"));
  }

  @Test
  void numbersAreShortAndHaveTheirUnit() {
    assertEquals("1,234,567", Html.number(1234567.4, ""));
    assertEquals("0.97", Html.number(0.97, ""));
    assertEquals("12.50 USD", Html.number(12.5, "USD"));
    assertEquals("33.33 %", Html.number(33.3333, "%"));
    assertEquals("∞", Html.number(Double.POSITIVE_INFINITY, ""));
  }

  @Test
  void reasonsEndAsSentences() {
    StepReport r =
        new StepReport(StepName.DATA)
            .missing(new Text("没有金额", "no money"))
            .missing(new Text("没有订单。", "No orders."));
    assertEquals("no money. No orders.", r.reason().orElseThrow().en());
  }

  @Test
  void chartAndTableRefuseRaggedRows() {
    Text t = Text.same("t");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Chart(
                "c", t, Chart.Kind.BARS, "", List.of(t), List.of(new Chart.Series(t, List.of()))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Table("t", t, List.of(new Table.Column("a", t)), List.of(List.of(1, 2))));
  }

  private static Chart chart(double... values) {
    Text t = Text.same("t");
    List<Text> names = Arrays.stream(values).mapToObj(v -> Text.same("v" + v)).toList();
    return new Chart(
        "c",
        t,
        Chart.Kind.BARS,
        "",
        names,
        List.of(new Chart.Series(t, Arrays.stream(values).boxed().toList())));
  }

  private Report report() {
    List<StepReport> steps = Arrays.stream(StepName.values()).map(StepReport::new).toList();
    Text product = Text.same(HOSTILE);
    steps
        .getFirst()
        .summary(new Text("摘要", "summary"))
        .missing(new Text("没有金额", "no money"))
        .figure(
            Figure.of("f", product, new Interval(12.5, 1, Double.POSITIVE_INFINITY, 0.95), "USD"))
        .chart(chart(1, 2))
        .table(
            new Table(
                "t",
                product,
                List.of(new Table.Column("product", product)),
                List.of(List.of(product))));
    return new Report(
        "shop", Instant.parse("2026-01-01T00:00:00Z"), "0.1.0", Map.of("seed", 1), product, steps);
  }
}
