package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.recommend.api.Basis;
import org.marquetry.recommend.api.Counterfactual;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Slate;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.ProductAddress;
import org.marquetry.ui.api.Told;

/// The products as they would be shown, each with its reason, which can be put to the test, what
/// moved it, and a button that hides it; what the rules took out; and the way back from what was
/// hidden last.
final class RecommendedList extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;

  /// How many of those that are out are named.
  static final int OUT = 10;

  private static final Slate NOTHING = new Slate(List.of(), List.of());

  private final transient RecommendationsPage.Services services;
  private final transient ProductFinder finder;
  private final transient Runnable changed;
  private final H2 title = new H2();
  private final LivePart<Shown> part = new LivePart<>(this::list);
  private transient Optional<SavedRule> hidden = Optional.empty();
  private transient Map<ProductId, Counterfactual> tested = Map.of();
  private transient Slate testedIn = NOTHING;
  private transient RecommendedTo to = RecommendedTo.NOBODY;

  private record Shown(
      boolean isLearned,
      Slate slate,
      Map<ProductId, String> brands,
      Map<String, SavedRule> rules,
      Optional<SavedRule> hidden,
      Map<ProductId, Counterfactual> tested,
      RankingWords words) {}

  RecommendedList(RecommendationsPage.Services services, ProductFinder finder, Runnable changed) {
    this.services = services;
    this.finder = finder;
    this.changed = changed;
    setId("recommended");
    addClassName("shell-panel");
    add(title, part);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("strategy.recommendations.list"));
  }

  void show(RecommendationsView.Seen seen, RankingWords words) {
    hidden = hidden.filter(rule -> seen.live().contains(rule)); // else taken back
    to = seen.to();
    if (!seen.slate().equals(testedIn)) {
      testedIn = seen.slate();
      tested = Map.of();
    }
    part.show(
        new Shown(
            seen.card().isPresent(),
            seen.slate(),
            seen.brands(),
            seen.rules(),
            hidden,
            tested,
            words));
  }

  private List<Component> list(Shown shown) {
    List<Component> parts = new ArrayList<>();
    shown.hidden.map(rule -> undo(rule, shown.words)).ifPresent(parts::add);
    if (!shown.isLearned) {
      parts.add(Lists.empty(this, "no-model", "thumbs-up-o", "strategy.recommendations.empty"));
      return parts;
    }
    if (shown.slate.shown().isEmpty()) {
      parts.add(Lists.none(getTranslation("strategy.recommendations.none")));
    }
    OrderedList all = new OrderedList();
    all.addClassName("mq-blocks");
    shown.slate.shown().forEach(s -> all.add(item(s, shown)));
    parts.add(all);
    parts.addAll(out(shown));
    return parts;
  }

  private Component undo(SavedRule rule, RankingWords words) {
    Div said = new Div(new Span(words.rule(rule.rule())));
    said.setId("hidden");
    said.addClassName("mq-tools");
    said.getElement().setAttribute("role", "status");
    said.add(
        Lists.action(
            getTranslation("strategy.recommendations.undo"),
            words.rule(rule.rule()),
            () -> {
              Told.when(this, () -> services.rules().delete(rule.id(), rule.version()));
              hidden = Optional.empty();
              changed.run();
            }));
    return said;
  }

  private ListItem item(Slate.Shown one, Shown shown) {
    Recommendation product = one.recommendation();
    String name = finder.called(product.product());
    Div texts =
        new Div(
            Lists.link(ProductAddress.of(product.product()), one.rank() + ". " + name),
            note(reason(product, shown)));
    texts.addClassName("mq-block-words");
    would(product, shown).ifPresent(texts::add);
    if (isMoved(one, shown.slate.shown())) {
      Span moved =
          note(
              getTranslation(
                  "strategy.recommendations.moved",
                  shown.words.formats().number(one.modelRank()),
                  shown.words.rules(one.rules(), shown.rules)));
      moved.addClassName("mq-moved");
      texts.add(moved);
    }
    Div tools = new Div();
    tools.addClassName("mq-tools");
    if (product.reason().isPresent() && !shown.tested.containsKey(product.product())) {
      ProductId past = product.reason().get().pastProduct();
      tools.add(
          Lists.action(
              getTranslation("strategy.recommendations.without"),
              name,
              () -> test(product.product(), past)));
    }
    if (RecommendationsPage.Services.mayChange()) {
      hiding(product, name, shown, tools);
    }
    return new ListItem(texts, tools);
  }

  /// What the list would be without the reason.
  private Optional<Span> would(Recommendation product, Shown shown) {
    Optional<Counterfactual> would = Optional.ofNullable(shown.tested.get(product.product()));
    return would.flatMap(w ->
        product
            .reason()
            .map(reason -> {
              Span said = note(shown.words.would(w, reason.pastProduct()));
              said.addClassName("mq-would");
              said.getElement().setAttribute("role", "status");
              return said;
            }));
  }

  private void test(ProductId product, ProductId past) {
    Map<ProductId, Counterfactual> more = new HashMap<>(tested);
    Counterfactual would = services.recommendations().without(to.whom(), product, past);
    would.instead().map(List::of).ifPresent(finder::learn);
    more.put(product, would);
    tested = Map.copyOf(more);
    changed.run();
  }

  /// Whether it stands elsewhere among the shown ones than by the model. That it only came up where
  /// others were taken out is told by those.
  static boolean isMoved(Slate.Shown one, List<Slate.Shown> all) {
    long before = all.stream().filter(other -> other.modelRank() < one.modelRank()).count();
    return before != one.rank() - 1;
  }

  private static Span note(String text) {
    Span note = new Span(text);
    note.addClassName("mq-note");
    return note;
  }

  private void hiding(Recommendation product, String name, Shown shown, Div tools) {
    tools.add(
        Lists.action(
            getTranslation("strategy.recommendations.hide"),
            name,
            () -> hide(new RuleTarget(RuleTarget.Kind.PRODUCT, product.product().value()))));
    Optional.ofNullable(shown.brands.get(product.product()))
        .ifPresent(brand ->
            tools.add(
                Lists.action(
                    getTranslation("strategy.recommendations.hide.brand", brand),
                    name,
                    () -> hide(new RuleTarget(RuleTarget.Kind.BRAND, brand)))));
  }

  private void hide(RuleTarget target) {
    Told.when(
        this,
        () ->
            hidden =
                Optional.of(
                    services.rules().create(RecommendationRule.of(new RuleEffect.Hide(target)))));
    changed.run();
  }

  private String reason(Recommendation product, Shown shown) {
    if (product.basis() == Basis.POPULARITY) {
      return getTranslation("strategy.recommendations.popular");
    }
    return product
        .reason()
        .map(why ->
            getTranslation(
                "strategy.recommended.because",
                finder.called(why.pastProduct()),
                shown.words.formats().percent(why.share())))
        .orElseGet(() -> getTranslation("strategy.recommendations.history"));
  }

  private List<Component> out(Shown shown) {
    List<Slate.Out> out = shown.slate.out();
    if (out.isEmpty()) {
      return List.of();
    }
    Paragraph said =
        new Paragraph(
            getTranslation(
                "strategy.recommendations.out", shown.words.formats().number(out.size())));
    OrderedList all = new OrderedList();
    all.setId("taken-out");
    out.stream()
        .limit(OUT)
        .forEach(o -> {
          Span why =
              note(
                  getTranslation(
                      "strategy.recommendations.out.why",
                      shown.words.formats().number(o.modelRank()),
                      shown.words.rules(List.of(o.rule()), shown.rules)));
          Div texts =
              new Div(Lists.link(ProductAddress.of(o.product()), finder.called(o.product())), why);
          texts.addClassName("mq-stack");
          all.add(new ListItem(texts));
        });
    return List.of(said, all);
  }
}
