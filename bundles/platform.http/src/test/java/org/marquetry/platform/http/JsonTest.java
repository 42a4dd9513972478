package org.marquetry.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;

class JsonTest {
  record Line(String product, int units) {
    Line {
      if (units < 1) {
        throw new IllegalArgumentException("units must be >= 1, got " + units);
      }
    }
  }

  record Order(
      String id,
      Instant at,
      OptionalDouble discount,
      Optional<String> note,
      List<Line> lines,
      Map<String, String> tags) {}

  private final Json json = new Json();

  @Test
  void leftOutOptionalsListsAndMapsAreEmpty() {
    Order order = read("{\"id\":\"o1\",\"at\":\"2025-01-31T09:30:00Z\"}");
    assertEquals(
        new Order(
            "o1",
            Instant.parse("2025-01-31T09:30:00Z"),
            OptionalDouble.empty(),
            Optional.empty(),
            List.of(),
            Map.of()),
        order);
    assertEquals(
        "{\"id\":\"o1\",\"at\":\"2025-01-31T09:30:00Z\",\"lines\":[],\"tags\":{}}",
        json.write(order));
  }

  @Test
  void anUnknownFieldIsRefusedWithItsNameAndASuggestion() {
    Problem p = problem("{\"id\":\"o1\",\"at\":\"2025-01-31T09:30:00Z\",\"nota\":\"x\"}");
    assertEquals(422, p.status());
    assertEquals("/nota", p.errors().getFirst().pointer());
    assertEquals("Did you mean \"note\"?", p.action());
  }

  @Test
  void theFaultyFieldIsNamedHoweverDeep() {
    String head = "{\"id\":\"o1\",\"at\":\"2025-01-31T09:30:00Z\",\"lines\":[{\"product\":\"p\",";
    assertEquals("/lines/0/units", pointer(head + "\"units\":\"two\"}]}"));
    assertEquals("/lines/0/units", pointer(head + "\"unit\":2}]}"));
    assertEquals("/lines/0", pointer(head + "\"units\":0}]}"));
    assertEquals("/at", pointer("{\"id\":\"o1\",\"at\":\"yesterday\"}"));
    assertEquals("/id", pointer("{\"at\":\"2025-01-31T09:30:00Z\"}"));
  }

  @Test
  void whatIsWantedIsToldAsItMustBeWritten() {
    Problem p = problem("{\"id\":\"o1\",\"at\":\"yesterday\"}");
    assertTrue(p.detail().contains("a time like 2025-01-31T09:30:00Z"), p.detail());
  }

  @Test
  void aRecordsOwnRuleIsToldInItsWords() {
    Problem p =
        problem(
            "{\"id\":\"o1\",\"at\":\"2025-01-31T09:30:00Z\","
                + "\"lines\":[{\"product\":\"p\",\"units\":0}]}");
    assertTrue(p.detail().contains("units must be >= 1, got 0"), p.detail());
  }

  @Test
  void brokenJsonIsToldWithLineAndColumn() {
    Problem p = problem("{\"id\":\"o1\",\n \"at\": oops}");
    assertEquals(400, p.status());
    assertTrue(p.detail().contains("line 2, column "), p.detail());
    assertEquals(400, problem("").status());
    assertEquals(400, problem("{\"id\":\"o1\",\"id\":\"o2\"}").status());
    assertEquals(400, problem("{\"id\":\"o1\",\"at\":\"2025-01-31T09:30:00Z\"} {}").status());
  }

  @Test
  void anArrayMayBeAsLongAsAllowed() {
    String line = "{\"product\":\"p\",\"units\":1}";
    assertEquals(1, json.readAll(bytes(line), Line.class, 2).size());
    assertEquals(2, json.readAll(bytes("[" + line + "," + line + "]"), Line.class, 2).size());
    String three = "[" + line + "," + line + "," + line + "]";
    Problem p = problem(() -> json.readAll(bytes(three), Line.class, 2));
    assertEquals(413, p.status());
    Problem second =
        problem(() -> json.readAll(bytes("[" + line + ",{\"product\":\"p\"}]"), Line.class, 2));
    assertEquals("/1/units", second.errors().getFirst().pointer());
  }

  private Order read(String text) {
    return json.read(bytes(text), Order.class);
  }

  private Problem problem(String text) {
    return problem(() -> read(text));
  }

  private String pointer(String text) {
    return problem(text).errors().getFirst().pointer();
  }

  private static Problem problem(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(ProblemException.class, call).problem();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
