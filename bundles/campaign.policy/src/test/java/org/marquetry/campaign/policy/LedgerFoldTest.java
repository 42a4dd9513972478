package org.marquetry.campaign.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;

class LedgerFoldTest {
  private static final List<String> TYPES =
      List.of("sending", "sent", "unsent", "consented", "unsubscribed", "customerChanged");
  private final LedgerFold fold = new LedgerFold(1, _ -> {});

  @Test
  void theStateDependsOnTheEntriesAloneAndIsReadAsWritten() throws IOException {
    long seed = Long.getLong("tests.seed", 11);
    Random random = new Random(seed);
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      entries.add(
          new JournalEntry(0, i, random.nextInt(50) == 0 ? Optional.empty() : event(i, random)));
    }
    byte[] whole = bytes(fold.fold(fold.empty(0), entries));
    LedgerState pieces = fold.empty(0);
    for (int from = 0; from < entries.size(); ) {
      int to = Math.min(entries.size(), from + 1 + random.nextInt(700));
      pieces = fold.fold(pieces, entries.subList(from, to));
      pieces = fold.read(0, new ByteArrayInputStream(bytes(pieces)));
      from = to;
    }
    assertArrayEquals(whole, bytes(pieces), "seed " + seed);
  }

  private static Optional<Event> event(int i, Random random) {
    Event.Builder event =
        Event.builder(
                "e" + i,
                TYPES.get(random.nextInt(TYPES.size())),
                TestQuestions.NOW.plus(Duration.ofHours(random.nextInt(24 * 600))))
            .customer(new CustomerId("c" + random.nextInt(200)))
            .property("campaignId", "x" + random.nextInt(5))
            .property("step", "first")
            .property("timeZone", "Europe/Berlin");
    if (random.nextBoolean()) {
      event.property("attempt", Integer.toString(1 + random.nextInt(3)));
    }
    return Optional.of(event.build());
  }

  private byte[] bytes(LedgerState state) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fold.write(state, out);
    return out.toByteArray();
  }

  @Test
  void talliesAreThoseOfThePeople() {
    Random random = new Random(3);
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) { // within the time that sends are kept
      Event e = event(i, random).orElseThrow();
      if (e.occurredAt().isBefore(TestQuestions.NOW.plus(Known.KEPT))) {
        entries.add(new JournalEntry(0, i, Optional.of(e)));
      }
    }
    LedgerState state = fold.fold(fold.empty(0), entries);
    for (int c = 0; c < 5; c++) {
      String campaign = "x" + c;
      for (State standing : State.values()) {
        long people =
            state.people.values().stream()
                .flatMap(k -> k.sends().stream())
                .filter(s -> s.campaign().equals(campaign) && s.state() == standing)
                .count();
        int tally =
            state.tallies.getOrDefault(campaign, Map.of()).entrySet().stream()
                .filter(t -> t.getKey().state() == standing)
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertEquals(people, tally, campaign + " " + standing);
      }
    }
    assertTrue(state.people.size() > 100);
  }

  @Test
  void whatWasSentStaysSentAndTheLaterTryCounts() {
    assertEquals(State.SENT, after("sending 1", "sent 1", "unsent 1").state());
    assertEquals(State.UNSENT, after("sending 1", "unsent 1").state());
    assertEquals(State.UNKNOWN, after("sending 1", "unsent 1", "sending 2").state());
    assertEquals(2, after("sending 2", "unsent 1").attempt());
    assertEquals(State.SENT, after("sending 2", "sent 1").state());
  }

  private Send after(String... told) {
    List<JournalEntry> entries = new ArrayList<>();
    for (String one : told) {
      String[] words = one.split(" ", 2);
      entries.add(
          new JournalEntry(
              0,
              entries.size(),
              Optional.of(
                  Event.builder("e" + entries.size(), words[0], TestQuestions.NOW)
                      .customer(new CustomerId("ann"))
                      .property("campaignId", "x")
                      .property("step", "first")
                      .property("attempt", words[1])
                      .build())));
    }
    LedgerState state = fold.fold(fold.empty(0), entries);
    List<Send> sends = state.people.getOrDefault("ann", Known.NOTHING).sends();
    assertEquals(1, sends.size());
    return sends.getFirst();
  }
}
