package org.marquetry.insight.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.data.api.Quality;
import org.marquetry.data.api.Quality.State;
import org.marquetry.data.api.Sources;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.shop.api.Words;

class DataAgendaTest {
  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

  @Test
  void everyTroubleOfAFeedHasItsWordsAndLeadsToTheSource() {
    for (Sources.Trouble trouble : Sources.Trouble.values()) {
      AgendaItem item =
          DataAgenda.item(
              new Sources.Alert("s1", "orders", trouble, NOW, new Words("没有文件", "no file came")));
      assertEquals(AgendaItem.Kind.WRONG, item.kind());
      assertTrue(item.title().zh().contains("orders"), item.title().zh());
      assertTrue(item.address().orElseThrow().startsWith("sources/s1"), item.address().toString());
      assertEquals(NOW, item.at());
    }
  }

  @Test
  void badRulesWaitTogetherAndSilentOnesDoNot() {
    assertEquals(Optional.empty(), DataAgenda.bad(List.of(rule(State.SILENT), rule(State.GOOD))));
    AgendaItem item =
        DataAgenda.bad(List.of(rule(State.BAD), rule(State.ATTENTION), rule(State.BAD)))
            .orElseThrow();
    assertEquals("2 rules of the data’s quality are bad", item.title().en());
  }

  private static Quality.Rule rule(State state) {
    return new Quality.Rule(
        "completeness.customers.email",
        Quality.Group.COMPLETENESS,
        Quality.Unit.SHARE,
        state,
        Optional.of(0.4),
        4,
        10,
        0.1,
        0.3,
        Optional.of(NOW),
        Optional.empty());
  }
}
