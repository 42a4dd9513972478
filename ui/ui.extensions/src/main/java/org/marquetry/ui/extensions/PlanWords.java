package org.marquetry.ui.extensions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangePlan.FeatureStep;
import org.marquetry.feature.api.ChangePlan.Handover;
import org.marquetry.feature.api.FeaturePower;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;

/// Says in plain words what a change would do. Holds no component: a test drives it.
///
/// @param speech the texts in one language
/// @param names of people by id
record PlanWords(Speech speech, Locale locale, UnaryOperator<String> names) {
  private static final String VIEW = "ViewContribution";
  private static final String PANEL = "PanelContribution";

  /// The texts in a language.
  interface Speech {
    /// A text, which is its key where there is none.
    String text(String key, Object... arguments);
  }

  /// Sentences about one thing.
  ///
  /// @param key of its title
  /// @param isDetail whether it is for those who want to know more
  record Group(String key, List<String> lines, boolean isDetail) {}

  /// What would happen, the most important first; nothing empty.
  List<Group> of(ChangePlan plan) {
    List<Group> groups = new ArrayList<>();
    add(groups, "features", plan.features().stream().map(this::step).toList(), false);
    if (plan.restart()) {
      long seconds = Math.max(1, plan.away().toSeconds());
      add(groups, "restart", List.of(speech.text("extensions.plan.away", seconds)), false);
    }
    add(groups, "powers", powers(plan.features()), false);
    add(groups, "uses", plan.uses().stream().map(this::use).toList(), false);
    List<Handover> seen = plan.handovers().stream().filter(h -> isSeen(h.service())).toList();
    add(groups, "pages", seen.stream().map(this::handover).toList(), false);
    add(groups, "services", services(plan.handovers()), true);
    add(groups, "comes", plan.comes(), true);
    add(groups, "goes", plan.goes(), true);
    add(groups, "restarts", plan.restarts(), true);
    return groups;
  }

  private static void add(List<Group> groups, String key, List<String> lines, boolean isDetail) {
    if (!lines.isEmpty()) {
      groups.add(new Group("extensions.plan." + key, lines, isDetail));
    }
  }

  /// What can be done with what rests on services that go.
  static Set<Choice> choices(ChangePlan plan) {
    Set<Choice> choices = new TreeSet<>();
    plan.uses().forEach(use -> choices.addAll(plan.choices(use)));
    return choices;
  }

  /// One feature, and who vouches for what comes.
  String step(FeatureStep step) {
    return step.after().isEmpty()
        ? moved(step)
        : moved(step)
            + speech.text("extensions.stop")
            + publisher(step.publisher())
            + speech.text("extensions.stop")
            + licence(step.licence());
  }

  /// What becomes of one feature.
  String moved(FeatureStep step) {
    Optional<String> before = step.before();
    Optional<String> after = step.after();
    if (after.isEmpty()) {
      return speech.text("extensions.step.goes", step.title(), before.orElse(""));
    }
    if (before.isEmpty()) {
      return speech.text("extensions.step.comes", step.title(), after.get());
    }
    return before.equals(after)
        ? speech.text("extensions.step.again", step.title(), after.get())
        : speech.text("extensions.step.moves", step.title(), before.get(), after.get());
  }

  /// Who vouches for a feature.
  String publisher(String publisher) {
    return switch (publisher) {
      case "" -> speech.text("extensions.publisher.suite");
      case "unsigned" -> speech.text("extensions.publisher.nobody");
      default -> speech.text("extensions.publisher", publisher);
    };
  }

  String licence(String licence) {
    return licence.isEmpty()
        ? speech.text("extensions.licence.none")
        : speech.text("extensions.licence", licence);
  }

  /// Beside a heading that says what it is.
  String licenceAlone(String licence) {
    return licence.isEmpty() ? speech.text("extensions.licence.none") : licence;
  }

  private List<String> powers(Collection<FeatureStep> steps) {
    return steps.stream()
        .filter(s -> s.after().isPresent())
        .flatMap(s -> s.powers().stream())
        .distinct()
        .map(this::power)
        .toList();
  }

  String power(FeaturePower power) {
    return power.words().in(locale);
  }

  /// Something that people made and that rests on what changes.
  String use(FeatureUse use) {
    String kind = use.object().replaceAll("/.*", "");
    String called = known("extensions.use." + kind, kind);
    return use.owner().isEmpty()
        ? speech.text("extensions.use", called, use.title())
        : speech.text("extensions.use.of", called, use.title(), names.apply(use.owner()));
  }

  private List<String> services(Collection<Handover> handovers) {
    return handovers.stream()
        .filter(h -> !isSeen(h.service()))
        .map(this::handover)
        .distinct()
        .toList();
  }

  private static boolean isSeen(String service) {
    return service.endsWith("." + VIEW) || service.endsWith("." + PANEL);
  }

  private String handover(Handover handover) {
    String what = gift(handover.service(), handover.provider());
    String how =
        handover.before().isEmpty() ? "comes" : handover.after().isEmpty() ? "goes" : "moves";
    return speech.text("extensions.handover." + how, what);
  }

  /// A service in plain words, with its provider's name.
  String gift(String service, String provider) {
    String name = service.substring(service.lastIndexOf('.') + 1);
    return speech.text("extensions.gift", known("extensions.gives." + name, name), provider);
  }

  private String known(String key, String otherwise) {
    String text = speech.text(key);
    return text.equals(key) ? otherwise : text;
  }
}
