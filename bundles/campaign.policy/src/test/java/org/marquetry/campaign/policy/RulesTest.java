package org.marquetry.campaign.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactAnswer.Refused;
import org.marquetry.campaign.api.ContactAnswer.Rule;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;

class RulesTest {
  private static final Instant NOW = TestQuestions.NOW;
  private static final String TOLD = Known.told("email", "marketing");
  private static final Known GRANTED = told("granted");

  @Test
  void theFirstRuleThatRefusesIsTheAnswer() {
    Known unsubscribed =
        GRANTED.and(Known.stop("email", "marketing"), new Word("unsubscribed", NOW));
    assertRefused(Rule.SUPPRESSED, ask(unsubscribed, false, false));
    assertRefused(Rule.CONSENT_REFUSED, ask(told("refused"), true, false));
    assertRefused(Rule.NO_CONSENT, ask(Known.NOTHING, false, true));
    assertRefused(Rule.HELD_OUT, ask(GRANTED, false, true));
    assertInstanceOf(ContactAnswer.Allowed.class, ask(GRANTED, false, false));
  }

  @Test
  void theLastWordCountsAndAFileLiftsNoStop() {
    Word yes = new Word("consented", NOW.minus(Duration.ofDays(2)));
    Word no = new Word("unsubscribed", NOW.minus(Duration.ofDays(1)));
    Known left =
        Known.NOTHING
            .and(Known.yes("email", "marketing"), yes)
            .and(Known.stop("email", "marketing"), no);
    assertRefused(Rule.SUPPRESSED, ask(left, false, false));
    assertRefused(Rule.SUPPRESSED, ask(left.and(TOLD, new Word("granted", NOW)), false, false));
    Known back = left.and(Known.yes("email", "marketing"), new Word("consented", NOW));
    assertInstanceOf(ContactAnswer.Allowed.class, ask(back, false, false));
    assertRefused(
        Rule.CONSENT_REFUSED,
        ask(back.and(TOLD, new Word("refused", NOW.plusSeconds(1))), false, false));
    assertInstanceOf(
        ContactAnswer.Allowed.class,
        ask(back.and(TOLD, new Word("refused", NOW.minusSeconds(1))), false, false));
  }

  @Test
  void withoutConsentThereIsAtMostAPreview() {
    assertInstanceOf(ContactAnswer.Preview.class, ask(Known.NOTHING, true, false));
    assertInstanceOf(ContactAnswer.Allowed.class, ask(GRANTED, true, false));
    assertRefused(Rule.HELD_OUT, ask(Known.NOTHING, true, true));
  }

  @Test
  void theSameMessageGoesOutOnce() {
    Known sent = GRANTED.and(send("win-back", "", NOW.minus(Duration.ofDays(300))));
    assertRefused(Rule.ALREADY_SENT, ask(sent, false, false));
  }

  /// Random sends offered in random order, with both past and later ones known: whatever is let
  /// through, no window of 7 days ever holds more than two (checked by brute force), and what is
  /// refused would have made three.
  @Test
  void noHistoryBreaksTheCap() {
    long seed = Long.getLong("tests.seed", 20_260_106L);
    Random random = new Random(seed);
    Rules rules = rules(new FrequencyCap(2, 7), false);
    for (int run = 0; run < 3_000; run++) {
      List<Send> sent = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Instant at = NOW.plus(Duration.ofHours(random.nextInt(24 * 40)));
        Send send = send("c" + i, "first", at);
        List<Send> with = new ArrayList<>(sent);
        with.add(send);
        boolean fits = fullest(with) <= 2;
        boolean allowed =
            rules.ask(new Known(GRANTED.words(), sent), List.of(), at, false)
                instanceof ContactAnswer.Allowed;
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

  private static Send send(String campaign, String step, Instant at) {
    return new Send(campaign, step, 1, "email", "marketing", at, State.SENT, "");
  }

  private static Rules rules(FrequencyCap cap, boolean preview) {
    return new Rules(
        TestQuestions.question("win-back", cap, preview), RuleSet.NONE, ZoneOffset.UTC);
  }

  private static ContactAnswer ask(Known known, boolean preview, boolean heldOut) {
    return rules(FrequencyCap.USUAL, preview).ask(known, List.of(), NOW, heldOut);
  }

  private static Known told(String consent) {
    return Known.NOTHING.and(TOLD, new Word(consent, Instant.EPOCH));
  }

  private static void assertRefused(Rule rule, ContactAnswer answer) {
    Refused refused = assertInstanceOf(Refused.class, answer);
    assertEquals(rule, refused.rule());
    assertEquals(rule.code(), refused.reason().code());
  }
}
