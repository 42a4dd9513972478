package org.marquetry.campaign.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactAnswer.Refused;
import org.marquetry.campaign.api.ContactAnswer.Rule;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.policy.Known.Send;

class RulesTest {
  private static final Instant NOW = TestQuestions.NOW;
  private static final Known GRANTED = known("granted");

  @Test
  void theFirstRuleThatRefusesIsTheAnswer() {
    Known unsubscribed = new Known(Optional.of("granted"), Optional.of("unsubscribed"), List.of());
    assertRefused(Rule.SUPPRESSED, ask(unsubscribed, false, false));
    assertRefused(Rule.CONSENT_REFUSED, ask(known("refused"), true, false));
    assertRefused(Rule.NO_CONSENT, ask(Known.NOTHING, false, true));
    assertRefused(Rule.HELD_OUT, ask(GRANTED, false, true));
    assertInstanceOf(ContactAnswer.Allowed.class, ask(GRANTED, false, false));
  }

  @Test
  void withoutConsentThereIsAtMostAPreview() {
    assertInstanceOf(ContactAnswer.Preview.class, ask(Known.NOTHING, true, false));
    assertInstanceOf(ContactAnswer.Allowed.class, ask(GRANTED, true, false));
    assertRefused(Rule.HELD_OUT, ask(Known.NOTHING, true, true));
  }

  @Test
  void theSameMessageGoesOutOnce() {
    Known sent =
        new Known(
            Optional.of("granted"),
            Optional.empty(),
            List.of(new Send("win-back", "", NOW.minus(Duration.ofDays(300)))));
    assertRefused(Rule.ALREADY_SENT, ask(sent, false, false));
  }

  /// Random sends offered in random order, with both past and later ones known: whatever is let
  /// through, no window of 7 days ever holds more than two (checked by brute force), and what is
  /// refused would have made three.
  @Test
  void noHistoryBreaksTheCap() {
    long seed = Long.getLong("tests.seed", 20_260_106L);
    Random random = new Random(seed);
    Rules rules = new Rules(TestQuestions.question("other", new FrequencyCap(2, 7), false));
    for (int run = 0; run < 3_000; run++) {
      List<Send> sent = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Instant at = NOW.plus(Duration.ofHours(random.nextInt(24 * 40)));
        Send send = new Send("c" + i, "first", at);
        List<Send> with = new ArrayList<>(sent);
        with.add(send);
        boolean fits = fullest(with) <= 2;
        boolean allowed =
            rules.ask(GRANTED, List.copyOf(sent), at, false) instanceof ContactAnswer.Allowed;
        assertEquals(fits, allowed, send + " refused or let through wrongly, seed " + seed);
        if (allowed) {
          sent = with;
        }
      }
    }
  }

  /// The most sends in any half-open window of 7 days.
  private static int fullest(List<Send> sends) {
    int most = 0;
    for (Send end : sends) {
      Instant begin = end.at().minus(Duration.ofDays(7));
      int n = 0;
      for (Send s : sends) {
        n += s.at().isAfter(begin) && !s.at().isAfter(end.at()) ? 1 : 0;
      }
      most = Math.max(most, n);
    }
    return most;
  }

  private static ContactAnswer ask(Known known, boolean preview, boolean heldOut) {
    return new Rules(TestQuestions.question("win-back", FrequencyCap.USUAL, preview))
        .ask(known, List.of(), NOW, heldOut);
  }

  private static Known known(String consent) {
    return new Known(Optional.of(consent), Optional.empty(), List.of());
  }

  private static void assertRefused(Rule rule, ContactAnswer answer) {
    Refused refused = assertInstanceOf(Refused.class, answer);
    assertEquals(rule, refused.rule());
    assertEquals(rule.code(), refused.reason().code());
  }
}
