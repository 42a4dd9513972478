package org.marquetry.feature.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangePlan.Handover;
import org.marquetry.feature.api.ChangeRun.Settled;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;
import org.marquetry.feature.api.Wish;
import org.marquetry.feature.core.source.Spoken;
import org.marquetry.feature.spi.FeatureUses;
import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.shop.api.Words;

class SettlingTest {
  private static final FeatureUse RUNS = use("campaign/runs", "webhook", Choice.STOP, Choice.HOLD);
  private static final FeatureUse ALSO = use("campaign/also", "webhook", Choice.STOP);
  private static final FeatureUse PLANNED = use("campaign/planned", "webhook");
  private static final FeatureUse OTHER = use("campaign/other", "mail", Choice.STOP, Choice.HOLD);

  private final List<String> settled = new ArrayList<>();
  private boolean denied;

  private final FeatureUses campaigns =
      new FeatureUses() {
        @Override
        public List<FeatureUse> uses() {
          return List.of(RUNS, ALSO, PLANNED, OTHER);
        }

        @Override
        public void settle(String object, Choice choice) {
          if (denied) throw new PermissionDenied("campaign.launch", "no");
          settled.add(choice + " " + object);
        }
      };

  private static FeatureUse use(String object, String provider, Choice... choices) {
    return new FeatureUse(object, object, "", "Channel", provider, Set.of(choices));
  }

  private static ChangePlan plan(Optional<String> after) {
    return new ChangePlan(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Handover("Channel", "webhook", Optional.of("hook 1.0.0"), after)),
        List.of(RUNS, ALSO, PLANNED),
        List.of(),
        false,
        Duration.ZERO);
  }

  private static ChangeSet set(Optional<Choice> all, Map<String, Optional<Choice>> single) {
    List<Wish> wishes = List.of(new Wish(Wish.Kind.REMOVE, "hook"));
    return new ChangeSet(wishes, "", Duration.ZERO, all, single);
  }

  private static ChangeSet set(Choice all) {
    return set(Optional.of(all), Map.of());
  }

  private static List<String> english(List<Words> words) {
    words.forEach(Spoken::both);
    return words.stream().map(Words::en).toList();
  }

  @Test
  void onlyWhatRestsOnAServiceThatGoesIsSettledOnce() {
    Settling settling = new Settling(List.of(campaigns, campaigns));
    settling.settle(plan(Optional.empty()), set(Choice.STOP));
    assertEquals(List.of("STOP campaign/runs", "STOP campaign/also"), settled);
  }

  @Test
  void whatCannotBeHeldIsKeptAndEachMayBeChosenForApart() {
    Settling settling = new Settling(List.of(campaigns));
    List<Settled> told = settling.settle(plan(Optional.empty()), set(Choice.HOLD));
    assertEquals(List.of("HOLD campaign/runs"), settled);
    assertEquals(
        List.of(new Settled(RUNS, Optional.of(Choice.HOLD)), new Settled(ALSO, Optional.empty())),
        told);
    settled.clear();
    settling.settle(
        plan(Optional.empty()),
        set(
            Optional.of(Choice.STOP),
            Map.of("campaign/runs", Optional.of(Choice.HOLD), "campaign/also", Optional.empty())));
    assertEquals(List.of("HOLD campaign/runs"), settled);
  }

  @Test
  void withoutAChoiceAllIsKeptAndTold() {
    List<Settled> told =
        new Settling(List.of(campaigns))
            .settle(plan(Optional.empty()), set(Optional.empty(), Map.of()));
    assertEquals(List.of(), settled);
    assertEquals(
        List.of(new Settled(RUNS, Optional.empty()), new Settled(ALSO, Optional.empty())), told);
  }

  @Test
  void whatChangesHandsGoesOn() {
    ChangePlan plan = plan(Optional.of("hook 1.1.0"));
    assertEquals(
        List.of(), new Settling(List.of(campaigns)).settle(plan, set(Optional.empty(), Map.of())));
    assertEquals(
        List.of("nothing that rests on what goes can be set to \"hold\"; leave the choice out"),
        english(Settling.problems(plan, set(Choice.HOLD))));
  }

  @Test
  void aChoiceThatIsNotOfferedIsRefusedWithThoseThatAre() {
    ChangePlan plan = plan(Optional.empty());
    assertEquals(List.of(), Settling.problems(plan, set(Choice.HOLD)));
    assertEquals(
        List.of(
            "\"hold\" cannot be chosen for campaign/also, only keep, stop",
            "for \"campaign/planned\" there is nothing to choose; there is campaign/also (keep,"
                + " stop), campaign/runs (keep, hold, stop)"),
        english(
            Settling.problems(
                plan,
                set(
                    Optional.empty(),
                    Map.of(
                        "campaign/planned", Optional.empty(),
                        "campaign/also", Optional.of(Choice.HOLD),
                        "campaign/runs", Optional.of(Choice.STOP))))));
  }

  @Test
  void whoMayNotIsTold() {
    denied = true;
    var refused =
        assertThrows(
            FeatureException.class,
            () ->
                new Settling(List.of(campaigns)).settle(plan(Optional.empty()), set(Choice.HOLD)));
    assertTrue(String.valueOf(refused.getMessage()).contains("campaign.launch"));
    Spoken.both(refused.words());
  }
}
