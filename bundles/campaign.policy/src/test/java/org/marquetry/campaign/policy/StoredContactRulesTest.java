package org.marquetry.campaign.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.api.ContactRules.Change;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.QuietHours;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.h2.H2Databases;

class StoredContactRulesTest {
  private static final Instant NOW = TestQuestions.NOW;
  private static final RuleSet STRICT =
      new RuleSet(
          Optional.of(new QuietHours(LocalTime.of(20, 30), LocalTime.of(9, 0))),
          Map.of("sms", new FrequencyCap(1, 7), "email", new FrequencyCap(2, 7)),
          Optional.of(new FrequencyCap(3, 7)));

  @TempDir Path folder;
  private final List<String> acts = new ArrayList<>();

  @Test
  void rulesOutliveARestartWithTheirHistoryAndCanBeRestored() throws IOException {
    RuleSet usual;
    try (H2Databases databases = new H2Databases(folder, () -> NOW)) {
      StoredContactRules rules = open(databases);
      usual = rules.rules(Purpose.MARKETING);
      assertEquals(Optional.of(FrequencyCap.USUAL), usual.inSum());
      Actor.SYSTEM.run(() -> {
        rules.change(Purpose.MARKETING, STRICT);
        rules.change(Purpose.MARKETING, STRICT); // nothing changes
      });
      assertEquals(STRICT, rules.rules(Purpose.MARKETING));
      assertEquals(RuleSet.NONE, rules.rules(Purpose.SERVICE));
    }
    try (H2Databases databases = new H2Databases(folder, () -> NOW)) {
      StoredContactRules rules = open(databases);
      assertEquals(STRICT, rules.rules(Purpose.MARKETING));
      Actor.SYSTEM.run(() -> rules.change(Purpose.MARKETING, usual));
      List<Change> history = rules.history(Purpose.MARKETING);
      assertEquals(List.of(usual, STRICT), history.stream().map(Change::rules).toList());
      assertEquals(usual, rules.rules(Purpose.MARKETING));
    }
    assertEquals(
        List.of(
            "contact.rules contactRules/marketing 20:30-09:00 email 2/7d sms 1/7d all 3/7d",
            "contact.rules contactRules/marketing 22:00-08:00 all 2/7d"),
        acts);
  }

  private StoredContactRules open(H2Databases databases) {
    AuditTo audit =
        new AuditTo(a -> acts.add(a.action() + " " + a.object() + " " + a.details().get("to")));
    return new StoredContactRules(new RuleTable(databases), audit, () -> NOW);
  }
}
