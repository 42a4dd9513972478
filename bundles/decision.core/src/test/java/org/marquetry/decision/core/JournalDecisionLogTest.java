package org.marquetry.decision.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.decision.api.Candidate;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.Reason;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

class JournalDecisionLogTest {
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir Path folder;
  private FileJournal journal;
  private DuckDbWarehouse warehouse;
  private JournalDecisionLog log;

  @BeforeEach
  void open() throws Exception {
    journal = FileJournal.open(folder.resolve("journal"), InstantSource.fixed(AT));
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    log = new JournalDecisionLog(journal, warehouse, warehouse);
  }

  @AfterEach
  void close() throws Exception {
    warehouse.close();
    journal.close();
  }

  @Test
  void whatIsAppendedIsFoundBeforeAndAfterLoading() {
    Decision first = decision("d1", "客户 \"7\"", 0);
    Decision second = decision("d2", "客户 \"7\"", 60);
    log.append(List.of(first, second, decision("d3", "somebody", 0)));
    log.append(List.of(first));
    assertSame(List.of(second, first), log.about("客户 \"7\"", 10));
    load();
    assertSame(List.of(second, first), log.about("客户 \"7\"", 10));
    assertSame(List.of(second), log.about("客户 \"7\"", 1));
    assertEquals(
        List.of("0.475|plain|1"),
        warehouse.query(
            "SELECT probability || '|' || json_extract_string(chosen, '$[0]') || '|' || count(*)"
                + " OVER () AS line FROM v1.decisions WHERE decision_id = 'd1'",
            List.of(),
            row -> row.string("line")));
  }

  @Test
  void aRepeatedLoadChangesNothing() {
    log.append(List.of(decision("d1", "p", 0)));
    load();
    load();
    assertEquals(1, log.about("p", 10).size());
  }

  @Test
  void decisionsSurviveARestart() throws Exception {
    log.append(List.of(decision("d1", "p", 0)));
    warehouse.close();
    journal.close();
    open();
    assertEquals(1, log.about("p", 10).size());
  }

  @Test
  void aDecisionThatIsTooLargeIsRefusedWhole() {
    List<Candidate> many =
        IntStream.range(0, 20)
            .mapToObj(
                i -> new Candidate("a-candidate-with-quite-a-long-name-" + i, 0.123456789, 0.05))
            .toList();
    Decision large =
        Decision.builder(new DecisionId("large"), "p", AT, "test").candidates(many).build();
    List<Decision> both = List.of(decision("d1", "p", 0), large);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> log.append(both));
    assertTrue(e.toString().contains("at most 1024 bytes"), e.toString());
    assertTrue(log.about("p", 10).isEmpty());
  }

  /// Twenty candidates with short names, an arm and two reasons fit.
  @Test
  void aFullDecisionFits() {
    List<Candidate> twenty =
        IntStream.range(0, 20)
            .mapToObj(i -> new Candidate("product-" + i, 1.0 / (i + 3), 1.0 / 20))
            .toList();
    Decision full =
        Decision.builder(new DecisionId("full"), "customer-17", AT, "placement.slot")
            .candidates(twenty)
            .candidateCount(4_000)
            .chosen(List.of("product-0"))
            .policy("thompson", "1")
            .arms(Map.of("win-back", "message"))
            .reasons(List.of(new Reason("recommend.like", Map.of("past", "product-9"))))
            .build();
    log.append(List.of(full));
    Decision back = log.about("customer-17", 1).getFirst();
    assertEquals(4_000, back.candidateCount());
    assertEquals(20, back.candidates().size());
    assertEquals(1.0 / 3, back.candidates().getFirst().score(), 1e-9);
  }

  private void load() {
    for (int p = 0; p < journal.partitions(); p++) {
      List<JournalEntry> entries = journal.replay(p, 0, 1_000);
      if (!entries.isEmpty()) {
        new DecisionLoader(warehouse, warehouse).accept(p, entries);
      }
    }
  }

  private static Decision decision(String id, String person, int seconds) {
    return Decision.builder(new DecisionId(id), person, AT.plusSeconds(seconds), "campaign.send")
        .candidates(
            List.of(
                new Candidate("plain", 0.05, 0.475),
                new Candidate("warm", 0.06, 0.475),
                new Candidate("holdout", 0, 0.05)))
        .chosen(List.of("plain"))
        .policy("thompson", "1")
        .arms(Map.of("win-back", "message"))
        .reasons(
            List.of(
                Reason.of("policy.consent-granted"),
                new Reason("recommend.like", Map.of("past", "p\n1"))))
        .build();
  }

  private static void assertSame(List<Decision> expected, List<Decision> found) {
    List<String> one = new ArrayList<>();
    expected.forEach(d -> one.add(text(d)));
    List<String> two = new ArrayList<>();
    found.forEach(d -> two.add(text(d)));
    assertEquals(one, two);
    assertFalse(found.isEmpty());
  }

  private static String text(Decision d) {
    return String.join(
        " ",
        d.id().value(),
        d.person(),
        d.decidedAt().toString(),
        d.point(),
        d.candidates().toString(),
        d.chosen().toString(),
        d.policy() + d.policyVersion(),
        d.arms().toString(),
        d.reasons().toString());
  }
}
