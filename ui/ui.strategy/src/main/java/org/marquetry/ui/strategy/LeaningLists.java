package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleEffect.Axis;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.Told;

/// Three sliders between ends that all lists can lean to, each stop with what it would have cost on
/// the last 30 days.
final class LeaningLists extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final double STEP = 0.5;
  private static final List<Double> STOPS = List.of(-1.0, -0.5, 0.0, 0.5, 1.0);

  private final transient RecommendationsPage.Services services;
  private final transient Runnable changed;
  private final H2 title = new H2();
  private final Paragraph about = new Paragraph();
  private final transient Map<Axis, Slider> sliders = new EnumMap<>(Axis.class);

  LeaningLists(RecommendationsPage.Services services, Runnable changed) {
    this.services = services;
    this.changed = changed;
    setId("leanings");
    addClassName("shell-panel");
    about.addClassName("mq-note");
    add(title, about);
    for (Axis axis : Axis.values()) {
      Slider slider = new Slider(axis);
      sliders.put(axis, slider);
      add(slider);
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("strategy.leaning"));
    about.setText(getTranslation("strategy.leaning.about"));
    sliders.values().forEach(Slider::words);
  }

  void show(RecommendationsView.Seen seen, RankingWords words) {
    sliders.values().forEach(slider -> slider.show(seen, words));
  }

  private static Optional<SavedRule> leaning(List<SavedRule> rules, Axis axis) {
    return rules.stream()
        .filter(saved ->
            saved.rule().effect() instanceof RuleEffect.Lean(var leant, var _) && leant == axis)
        .findFirst();
  }

  private static double strength(Optional<SavedRule> rule) {
    return rule.isPresent() && rule.get().rule().effect() instanceof RuleEffect.Lean(var _, var s)
        ? s
        : 0;
  }

  /// One axis.
  private final class Slider extends Div {
    private static final long serialVersionUID = 1L;

    private final Axis axis;
    private final NativeLabel label = new NativeLabel();
    private final RangeInput input = new RangeInput();
    private final Span low = new Span();
    private final Span high = new Span();
    private final LivePart<Costs> costs = new LivePart<>(this::stops);

    private record Costs(RuleCosts costs, double strength, RankingWords words) {}

    Slider(Axis axis) {
      this.axis = axis;
      String id = "lean-" + RankingWords.word(axis);
      input.setId(id);
      input.setMin(-1);
      input.setMax(1);
      input.setStep(STEP);
      input.setEnabled(RecommendationsPage.Services.mayChange());
      input.addValueChangeListener(e -> {
        if (e.isFromClient()) {
          lean(e.getValue());
        }
      });
      label.setFor(input);
      costs.setId(id + "-costs");
      input.getElement().setAttribute("aria-describedby", id + "-costs");
      Div ends = new Div(low, high);
      ends.addClassName("mq-ends");
      addClassName("mq-slider");
      add(label, input, ends, costs);
    }

    void words() {
      String key = "strategy.leaning." + RankingWords.word(axis);
      label.setText(getTranslation(key));
      low.setText(getTranslation(key + ".low"));
      high.setText(getTranslation(key + ".high"));
    }

    void show(RecommendationsView.Seen seen, RankingWords words) {
      double strength = strength(leaning(seen.live(), axis));
      input.setValue(strength);
      input
          .getElement()
          .setAttribute(
              "aria-valuetext",
              strength == 0
                  ? getTranslation("strategy.leaning.none")
                  : words.does(new RuleEffect.Lean(axis, strength)));
      costs.show(new Costs(seen.costs(), strength, words));
    }

    private void lean(double strength) {
      Told.when(this, () -> set(leaning(services.rules().list(), axis), strength));
      changed.run();
    }

    private void set(Optional<SavedRule> now, double strength) {
      if (strength == 0) {
        now.ifPresent(rule -> services.rules().delete(rule.id(), rule.version()));
        return;
      }
      RuleEffect lean = new RuleEffect.Lean(axis, strength);
      now.ifPresentOrElse(
          rule ->
              services
                  .rules()
                  .change(
                      rule.id(), rule.version(), new RecommendationRule(rule.rule().name(), lean)),
          () -> services.rules().create(RecommendationRule.of(lean)));
    }

    /// Below each stop what it would have brought or cost.
    private List<Component> stops(Costs now) {
      if (!now.costs.isKnown()) {
        return List.of();
      }
      List<Component> stops = new ArrayList<>();
      for (double stop : STOPS) {
        Div one = new Div();
        one.addClassName("mq-stop");
        if (stop == now.strength) {
          one.addClassName("mq-strong");
        }
        if (stop == 0) {
          one.add(new Span(getTranslation("strategy.leaning.upright")));
        } else {
          now.costs
              .gain(RankingWords.word(axis) + ":" + stop, now.words.formats())
              .forEach(text -> one.add(new Span(text)));
        }
        stops.add(one);
      }
      Div row = new Div();
      row.add(stops);
      row.addClassName("mq-stops");
      return List.of(row);
    }
  }
}
