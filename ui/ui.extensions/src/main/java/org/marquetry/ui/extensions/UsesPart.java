package org.marquetry.ui.extensions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;

/// Asks what becomes of what goes out over services that go: all of it, and single ones otherwise.
final class UsesPart extends Div {
  private static final long serialVersionUID = 1L;
  private static final String KEEP = "keep";
  private static final String AS_ALL = "all";

  private final RadioButtonGroup<String> all = new RadioButtonGroup<>();
  private final transient Map<String, Select<String>> single = new LinkedHashMap<>();

  UsesPart() {
    setId("uses");
    all.setLabel(getTranslation("extensions.plan.choice"));
    all.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    all.setItemLabelGenerator(this::words);
    setVisible(false);
  }

  private String words(String choice) {
    return getTranslation("extensions.plan.choice." + choice);
  }

  /// Ask for the uses of a plan; invisible where there is nothing to choose.
  void show(ChangePlan plan, PlanWords words) {
    removeAll();
    single.clear();
    Set<Choice> known = PlanWords.choices(plan);
    setVisible(!known.isEmpty());
    all.setItems(choices(KEEP, known));
    all.setValue(KEEP);
    add(all);
    List<FeatureUse> live =
        plan.uses().stream().filter(use -> !plan.choices(use).isEmpty()).toList();
    if (live.size() > 1) {
      live.forEach(use -> ask(use, plan.choices(use), words));
    }
  }

  private void ask(FeatureUse use, Set<Choice> known, PlanWords words) {
    List<String> choices = choices(AS_ALL, known);
    choices.add(1, KEEP);
    Select<String> select = new Select<>();
    select.setId("use-" + use.object().replace('/', '-'));
    select.setLabel(words.use(use));
    select.setItems(choices);
    select.setValue(AS_ALL);
    select.setItemLabelGenerator(this::words);
    select.setWidthFull();
    single.put(use.object(), select);
    add(select);
  }

  private static List<String> choices(String first, Set<Choice> known) {
    List<String> choices = new ArrayList<>(List.of(first));
    known.forEach(choice -> choices.add(choice.name().toLowerCase(Locale.ROOT)));
    return choices;
  }

  /// What is done with all that nothing else is said of; empty: it is kept.
  Optional<Choice> all() {
    return choice(all.getValue());
  }

  /// What is done with single ones, by [FeatureUse#object].
  Map<String, Optional<Choice>> single() {
    Map<String, Optional<Choice>> chosen = new LinkedHashMap<>();
    single.forEach((object, select) -> {
      if (!AS_ALL.equals(select.getValue())) {
        chosen.put(object, choice(select.getValue()));
      }
    });
    return chosen;
  }

  private static Optional<Choice> choice(String value) {
    return Optional.ofNullable(value)
        .filter(v -> !v.equals(KEEP))
        .map(v -> Choice.valueOf(v.toUpperCase(Locale.ROOT)));
  }
}
