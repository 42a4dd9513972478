package org.marquetry.ui.extensions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangePlan.FeatureStep;
import org.marquetry.feature.api.ChangePlan.Handover;
import org.marquetry.feature.api.ChangeProgress;
import org.marquetry.feature.api.ChangeRun;
import org.marquetry.feature.api.FeaturePower;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;
import org.marquetry.shop.api.Words;

class PlanWordsTest {
  private static final ExtensionsTexts TEXTS = new ExtensionsTexts();

  private static PlanWords in(Locale locale) {
    return new PlanWords(
        (key, arguments) ->
            TEXTS
                .text(key, locale)
                .map(
                    t -> arguments.length == 0 ? t : new MessageFormat(t, locale).format(arguments))
                .orElse(key),
        locale,
        id -> id.equals("u-1") ? "Ada" : id);
  }

  private static ChangePlan plan(boolean restart) {
    return new ChangePlan(
        List.of(
            new FeatureStep(
                "hook",
                "Webhook",
                Optional.of("1.0.0"),
                Optional.of("1.1.0"),
                "Acme",
                "MIT",
                List.of(new FeaturePower("send", new Words("发送消息", "sends messages"))))),
        List.of("hook 1.1.0"),
        List.of("hook 1.0.0"),
        List.of(),
        List.of(
            new Handover(
                "org.marquetry.channel.spi.Channel",
                "webhook",
                Optional.of("hook 1.0.0"),
                Optional.of("hook 1.1.0")),
            new Handover(
                "org.marquetry.ui.api.ViewContribution",
                "HookPage",
                Optional.empty(),
                Optional.of("hook 1.1.0"))),
        List.of(
            new FeatureUse(
                "campaign/c-1",
                "Spring",
                "u-1",
                "org.marquetry.channel.spi.Channel",
                "webhook",
                Set.of(Choice.STOP))),
        List.of(),
        restart,
        Duration.ofSeconds(12));
  }

  @Test
  void whatMattersComesFirstAndPartsAreDetails() {
    List<PlanWords.Group> groups = in(Locale.ENGLISH).of(plan(false));
    assertEquals(
        List.of("features", "powers", "uses", "pages", "services", "comes", "goes"),
        groups.stream().map(g -> g.key().substring("extensions.plan.".length())).toList());
    assertEquals(
        List.of("Webhook moves from 1.0.0 to 1.1.0; signed by Acme; licence MIT"),
        groups.getFirst().lines());
    assertEquals(List.of("sends messages"), groups.get(1).lines());
    assertEquals(List.of("campaign “Spring”, by Ada"), groups.get(2).lines());
    assertEquals(List.of("page: HookPage comes"), groups.get(3).lines());
    assertEquals(List.of("channel to send by: webhook changes hands"), groups.get(4).lines());
    assertFalse(groups.get(3).isDetail());
    assertTrue(groups.get(4).isDetail());
  }

  @Test
  void aRestartIsAnnouncedWithItsSecondsInBothLanguages() {
    String english = in(Locale.ENGLISH).of(plan(true)).get(1).lines().getFirst();
    String chinese = in(Locale.CHINESE).of(plan(true)).get(1).lines().getFirst();
    assertTrue(english.contains("about 12 s"), english);
    assertTrue(chinese.contains("约 12 秒"), chinese);
  }

  @Test
  void choicesAreThoseOfWhatRestsOnAServiceThatGoes() {
    assertEquals(Set.of(), PlanWords.choices(plan(false)));
    ChangePlan plan = plan(false);
    ChangePlan removal =
        new ChangePlan(
            plan.features(),
            plan.comes(),
            plan.goes(),
            plan.restarts(),
            List.of(
                new Handover(
                    "org.marquetry.channel.spi.Channel",
                    "webhook",
                    Optional.of("hook 1.0.0"),
                    Optional.empty())),
            plan.uses(),
            plan.problems(),
            false,
            Duration.ZERO);
    assertEquals(Set.of(Choice.STOP), PlanWords.choices(removal));
  }

  @Test
  void whatNobodySignedIsSaid() {
    FeatureStep step =
        new FeatureStep(
            "hook", "Webhook", Optional.empty(), Optional.of("1.0.0"), "unsigned", "", List.of());
    assertEquals(
        "Webhook 1.0.0 is new; not signed: nobody vouches for it; no licence given",
        in(Locale.ENGLISH).step(step));
  }

  @Test
  void everyStepAndStageHasItsWordsInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      for (Enum<?> value : Arrays.asList(ChangeProgress.Step.values())) check(value, locale);
      for (Enum<?> value : Arrays.asList(ChangeRun.Stage.values())) check(value, locale);
    }
  }

  private static void check(Enum<?> value, Locale locale) {
    String key = "extensions.run." + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertTrue(TEXTS.text(key, locale).isPresent(), key);
  }
}
