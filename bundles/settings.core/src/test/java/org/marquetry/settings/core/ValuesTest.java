package org.marquetry.settings.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.lib.metatype.Attribute;
import org.marquetry.lib.metatype.Attribute.Option;

class ValuesTest {
  private static Attribute attribute(String type, int cardinality, String min, String max) {
    return new Attribute(
        "a",
        type,
        "A",
        "",
        cardinality,
        Optional.empty(),
        Optional.of(min).filter(t -> !t.isEmpty()),
        Optional.of(max).filter(t -> !t.isEmpty()),
        List.of());
  }

  private static String wrong(Attribute attribute, String... values) {
    return Values.check(attribute, List.of(values)).map(w -> w.en()).orElse("");
  }

  @Test
  void numbersKeepTheirRangeAndType() {
    Attribute seconds = attribute("Integer", 0, "1", "60");
    assertEquals("", wrong(seconds, "60"));
    assertEquals("must be at most 60", wrong(seconds, "61"));
    assertEquals("must be at least 1", wrong(seconds, "0"));
    assertEquals("must be a whole number that is not too large", wrong(seconds, "1.5"));
    assertEquals(
        "must be a whole number that is not too large",
        wrong(attribute("Integer", 0, "", ""), "3000000000"));
    assertEquals("", wrong(attribute("Long", 0, "", ""), "3000000000"));
    assertEquals("must be a number", wrong(attribute("Double", 0, "", ""), "x"));
    assertEquals(20, Values.of(seconds, List.of("20")));
    assertEquals(0.5, Values.of(attribute("Double", 0, "", ""), List.of("0.5")));
  }

  @Test
  void textsKeepTheirLengthAndOptions() {
    Attribute name = attribute("String", 0, "2", "3");
    assertEquals("", wrong(name, "abc"));
    assertEquals("must be at most 3 characters", wrong(name, "abcd"));
    assertEquals("has one value, got 2", wrong(name, "ab", "cd"));
    Attribute mode =
        new Attribute(
            "m",
            "String",
            "M",
            "",
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new Option("fast", ""), new Option("safe", "")));
    assertEquals("must be one of fast, safe", wrong(mode, "slow"));
    assertEquals("must be true or false, got yes", wrong(attribute("Boolean", 0, "", ""), "yes"));
  }

  @Test
  void severalValuesAreAList() {
    Attribute numbers = attribute("Long", 5, "", "9");
    assertEquals(List.of(1L, 2L), Values.of(numbers, List.of("1", "2")));
    assertEquals("must be at most 9", wrong(numbers, "1", "10"));
  }

  @Test
  void blanksOfNumbersDoNotCountAndNothingTypedIsNothingSet() {
    assertEquals(List.of("5"), Values.plain(attribute("Integer", 0, "", ""), List.of(" 5 ")));
    assertEquals(List.of(), Values.plain(attribute("Password", 0, "", ""), List.of("")));
    assertEquals(List.of(""), Values.plain(attribute("String", 0, "", ""), List.of("")));
  }
}
