package org.marquetry.campaign.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.LaunchReport;
import org.marquetry.campaign.api.Letter;
import org.marquetry.channel.api.Message;
import org.marquetry.decision.api.Candidate;
import org.marquetry.decision.api.Decision;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.CustomerId;

class LauncherTest {
  private final TestCampaign shop = new TestCampaign();
  private final CampaignPlan plan = shop.plan(shop.brief().build(), shop.candidates(600));

  @Test
  void everyMessageAndEveryHoldOutIsADecision() {
    LaunchReport report = shop.campaigns().launch(plan, letters(plan), Progress.NONE);
    int holdout = plan.sum().of(Disposition.HOLDOUT);
    assertEquals(plan.planned().size(), report.results().size());
    assertEquals(plan.planned().size() + holdout, shop.logged.size());
    assertEquals(plan.planned().size(), shop.sent.size());
    assertEquals(
        holdout, shop.logged.stream().filter(d -> d.chosen().equals(List.of("holdout"))).count());
    for (Decision d : shop.logged) {
      double sum = d.candidates().stream().mapToDouble(Candidate::probability).sum();
      assertEquals(1, sum, 1e-9, "the chances of all candidates sum to 1");
      assertEquals(d.chosen().getFirst(), d.candidates().getFirst().id());
      assertFalse(d.reasons().isEmpty());
    }
  }

  @Test
  void aSecondLaunchLogsNothingTwice() {
    shop.campaigns().launch(plan, letters(plan), Progress.NONE);
    int first = shop.logged.size();
    shop.campaigns().launch(plan, letters(plan), Progress.NONE);
    assertEquals(first, shop.logged.size());
  }

  @Test
  void whatThePolicyRefusesAtTheLastMomentIsLoggedToo() {
    CustomerId late = plan.planned().getFirst().candidate().customer();
    shop.refusedAtSend.add(late);
    shop.campaigns().launch(plan, letters(plan), Progress.NONE);
    List<Decision> about = shop.about(late.value(), 10);
    assertEquals(2, about.size());
    assertEquals("policy.suppressed", about.getLast().reasons().getFirst().code());
  }

  @Test
  void aMissingOrStrangeLetterStopsBeforeAnythingIsSent() {
    List<Letter> letters = letters(plan);
    List<Letter> missing = letters.subList(1, letters.size());
    assertThrows(
        IllegalArgumentException.class,
        () -> shop.campaigns().launch(plan, missing, Progress.NONE));
    assertTrue(shop.sent.isEmpty() && shop.logged.isEmpty());
  }

  @Test
  void hostileTextStaysText() {
    Letter letter =
        new Letter(
            new CustomerId("c"),
            "5 > 3 & \"more\"",
            "<script>alert(1)</script>",
            List.of("It's <b>new</b>"),
            List.of(
                new Letter.Item(
                    "A & B", "", "", Optional.of(URI.create("https://shop.example/?a=1&b=%22")))),
            Optional.empty(),
            "footer",
            "Unsubscribe");
    Message message = LetterWriter.write(letter, "c@example.invalid", "en");
    assertFalse(message.html().contains("<script>"), message.html());
    assertTrue(message.html().contains("It&#39;s &lt;b&gt;new&lt;/b&gt;"), message.html());
    assertTrue(
        message.html().contains("href=\"https://shop.example/?a=1&amp;b=%22\""), message.html());
    assertTrue(message.text().contains("It's <b>new</b>"), message.text());
  }

  private static List<Letter> letters(CampaignPlan plan) {
    return plan.planned().stream()
        .map(c ->
            new Letter(
                c.candidate().customer(),
                "We miss you",
                "",
                List.of("Come back."),
                List.of(),
                Optional.empty(),
                "A shop",
                "Unsubscribe"))
        .toList();
  }
}
