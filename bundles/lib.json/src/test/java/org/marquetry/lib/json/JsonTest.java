package org.marquetry.lib.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  @Test
  void everyKindOfValueIsRead() {
    var object =
        Json.parse(
                "{\"a\": [1, -2.5e3, true, false, null],\n \"b\": \"x\\u00e9\\n\\\"\", \"c\": {}}")
            .asObject();
    assertEquals(5, object.get("a").asArray().values().size());
    assertEquals(1, object.get("a").asArray().values().getFirst().asInt());
    assertEquals("x\u00e9\n\"", object.get("b").asString());
    assertEquals(new JsonValue.Place(2, 7), object.get("b").place());
    assertEquals(new JsonValue.Place(2, 2), object.placeOf("b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': 1,}|1|9|name in double quotes",
        "{'a' 1}|1|6|expected \":\"",
        "{'a': 1;'b': 2}|1|8|expected \",\" or \"}\"",
        "[1, 2|1|6|the end of the text",
        "{'a': 1, 'a': 2}|1|10|twice",
        "{'a': tru}|1|7|expected a value",
        "{'a': 01}|1|8|expected \",\"",
        "'abc|1|5|not closed",
        "{} x|1|4|nothing more"
      })
  void aMistakeIsNamedWithItsPlace(String text, int line, int column, String part) {
    var error = assertThrows(JsonException.class, () -> Json.parse(text.replace('\'', '"')));
    assertEquals(line + ":" + column, error.line() + ":" + error.column(), error.getMessage());
    assertEquals(true, String.valueOf(error.getMessage()).contains(part), error.getMessage());
    assertEquals(true, error.zh().codePoints().anyMatch(Character::isIdeographic), error.zh());
  }

  @Test
  void anotherKindOfValueIsSaidInBothLanguages() {
    var error = assertThrows(JsonException.class, () -> Json.parse("[1]").asObject());
    assertEquals("expected an object { }, got an array", error.getMessage());
    assertEquals("应为对象 { }，实际为数组", error.zh());
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackIs() {
    var error = assertThrows(JsonException.class, () -> Json.parse("[".repeat(100_000)));
    assertEquals("nested deeper than 100", error.getMessage());
  }

  @Test
  void whatIsWrittenReadsBack() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "a\"\\\n\u0001");
    value.put("list", List.of(1, 2.5, true, Map.of()));
    var back = Json.parse(Json.write(value)).asObject();
    assertEquals("a\"\\\n\u0001", back.get("text").asString());
    assertEquals(4, back.get("list").asArray().values().size());
    assertEquals(List.of("text", "list"), List.copyOf(back.members().keySet()));
    assertEquals("{\"text\":\"a\\\"\\\\\\n\\u0001\",\"list\":[1,2.5,true,{}]}", Json.line(value));
  }
}
