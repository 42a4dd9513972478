package org.marquetry.feature.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangePlan.Handover;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;
import org.marquetry.feature.spi.FeatureUses;
import org.marquetry.platform.api.gate.PermissionDenied;

class SettlingTest {
  private final List<String> settled = new ArrayList<>();
  private boolean denied;

  private final FeatureUses campaigns =
      new FeatureUses() {
        @Override
        public List<FeatureUse> uses() {
          return List.of(
              use("campaign/runs", "webhook", Choice.STOP, Choice.PAUSE),
              use("campaign/planned", "webhook"),
              use("campaign/other", "mail", Choice.STOP, Choice.PAUSE));
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
        List.of(),
        List.of(),
        false,
        Duration.ZERO);
  }

  @Test
  void onlyWhatRestsOnAServiceThatGoesIsSettledOnce() {
    Settling settling = new Settling(List.of(campaigns, campaigns));
    settling.settle(plan(Optional.empty()), Choice.STOP);
    assertEquals(List.of("STOP campaign/runs"), settled);
  }

  @Test
  void whatChangesHandsGoesOn() {
    new Settling(List.of(campaigns)).settle(plan(Optional.of("hook 1.1.0")), Choice.PAUSE);
    assertEquals(List.of(), settled);
  }

  @Test
  void whoMayNotIsTold() {
    denied = true;
    var refused =
        assertThrows(
            FeatureException.class,
            () -> new Settling(List.of(campaigns)).settle(plan(Optional.empty()), Choice.PAUSE));
    assertTrue(String.valueOf(refused.getMessage()).contains("campaign.launch"));
  }
}
