package org.marquetry.copy.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marquetry.copy.api.CopyLanguage;

class GrammarParserTest {
  @Test
  void partsAreRead() {
    Grammar grammar =
        GrammarParser.parse(
            "g", "grammar 1.2.3\nsms/plain\n  @shop.name Hi {customer.orders|n a/b}[! <x>]\n");
    Production production = grammar.rules().get("sms/plain").getFirst();
    assertEquals("1.2.3", grammar.version());
    assertEquals(3, production.line());
    assertEquals("[customer.orders, shop.name]", production.required().toString());
    assertEquals(3, production.parts().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule|1|first line must be",
        "grammar 1.0.0;  text|2|before the first rule",
        "grammar 1.0.0;sms/plain;  {shop.name|3|not closed",
        "grammar 1.0.0;sms/plain;  [a [b]]|3|one level",
        "grammar 1.0.0;sms/plain;  {shop.name!big}|3|no format big",
        "grammar 1.0.0;sms/plain;  a;sms/plain;  b|4|defined twice",
        "grammar 1.0.0;sms/plain;  <none>|3|no rule none",
        "grammar 1.0.0;sms/plain;  {shop.nme}|3|no fact shop.nme",
        "grammar 1.0.0;sms/plain;  {shop.name!span}|3|does not suit",
        "grammar 1.0.0;sms/plain;  <a>;a;  <sms/plain>|3|calls itself",
        "grammar 1.0.0;sms/plain;  a;b;  c|5|never used",
        "grammar 1.0.0;sms/plain;  Only here|3|claim something",
        "grammar 1.0.0;sms/plain;  Save 20 now|3|claim something",
        "grammar 1.0.0;sms/plain;  [a discount] {offer.percent}[ it ends] |3|claim something",
        "grammar 1.0.0;sms/plain|1|no productions",
      })
  void aMistakeIsNamedWithItsLine(String text, int line, String part) {
    var error =
        assertThrows(
            GrammarException.class, () -> check(text.replace(';', '\n').replace('!', '|')));
    assertTrue(error.getMessage().startsWith("g:" + line + ": "), error.getMessage());
    assertTrue(error.getMessage().contains(part), error.getMessage());
  }

  private static void check(String text) {
    Grammar grammar = GrammarParser.parse("g", text);
    GrammarCheck.check(grammar, grammar, CopyLanguage.EN);
  }
}
