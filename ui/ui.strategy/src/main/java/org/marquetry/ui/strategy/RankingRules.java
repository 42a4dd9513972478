package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.Told;

/// The rules, and the deleted ones with the way back.
final class RankingRules extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;

  private final transient RecommendationsPage.Services services;
  private final transient ProductFinder finder;
  private final transient Runnable changed;
  private final H2 title = new H2();
  private final Button add = new Button();
  private final Button cost = new Button();
  private final LivePart<Shown> part = new LivePart<>(this::lists);

  private record Shown(
      List<SavedRule> live, List<SavedRule> deleted, RuleCosts costs, RankingWords words) {}

  RankingRules(RecommendationsPage.Services services, ProductFinder finder, Runnable changed) {
    this.services = services;
    this.finder = finder;
    this.changed = changed;
    setId("rules");
    addClassNames("shell-panel", "mq-whole");
    add.setId("add-rule");
    add.setVisible(RecommendationsPage.Services.mayChange());
    add.addClickListener(e -> edit(Optional.empty()));
    cost.setId("rule-costs");
    cost.setVisible(Actor.current().may("job.start") && RecommendationsPage.Services.mayChange());
    cost.addClickListener(e -> {
      Told.when(this, () -> services.jobs().start(RuleCosts.request()));
      changed.run();
    });
    Div tools = new Div(cost, add);
    tools.addClassName("mq-tools");
    Div head = new Div(title, tools);
    head.addClassName("shell-head");
    add(head, part);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("strategy.ranking"));
    add.setText(getTranslation("strategy.ranking.add"));
    cost.setText(getTranslation("strategy.ranking.cost"));
  }

  void show(RecommendationsView.Seen seen, RankingWords words) {
    part.show(new Shown(seen.live(), seen.deleted(), seen.costs(), words));
    cost.setEnabled(!seen.costs().isRunning());
  }

  private List<Component> lists(Shown shown) {
    List<Component> parts = new ArrayList<>();
    if (shown.live.isEmpty()) {
      parts.add(Lists.none(getTranslation("strategy.ranking.none")));
    } else {
      parts.add(grid("ranking-grid", shown.live, shown.costs, shown.words));
      shown.costs.words(this, shown.words.formats()).forEach(parts::add);
    }
    if (!shown.deleted.isEmpty()) {
      parts.add(new H2(getTranslation("strategy.ranking.deleted")));
      parts.add(grid("deleted-grid", shown.deleted, RuleCosts.UNKNOWN, shown.words));
    }
    return parts;
  }

  private Grid<SavedRule> grid(
      String id, List<SavedRule> rules, RuleCosts costs, RankingWords words) {
    Grid<SavedRule> grid = Lists.grid(id);
    grid.addColumn(s -> words.rule(s.rule()))
        .setHeader(getTranslation("strategy.ranking.rule"))
        .setWidth("10rem")
        .setFlexGrow(2);
    Grid.Column<SavedRule> does =
        grid.addColumn(s -> s.rule().name().isEmpty() ? "" : words.does(s.rule().effect()))
            .setHeader(getTranslation("strategy.ranking.does"))
            .setWidth("10rem")
            .setFlexGrow(2);
    Grid.Column<SavedRule> at =
        grid.addColumn(s -> words.formats().dateTime(s.at()))
            .setHeader(getTranslation("strategy.ranking.since"))
            .setWidth("9rem")
            .setFlexGrow(0);
    Lists.inWideWindows(grid, does, at);
    if (costs.isKnown()) {
      grid.addColumn(s -> costs.of(s.id(), this, words.formats()))
          .setHeader(getTranslation("strategy.ranking.cost.column"))
          .setWidth("9rem")
          .setFlexGrow(1);
    }
    grid.addComponentColumn(s -> actions(s, words))
        .setHeader(getTranslation("strategy.ranking.actions"))
        .setWidth("13rem")
        .setFlexGrow(1);
    grid.setItems(rules);
    return grid;
  }

  private Div actions(SavedRule saved, RankingWords words) {
    String name = words.rule(saved.rule());
    Div tools = new Div();
    tools.addClassName("mq-tools");
    if (RecommendationsPage.Services.mayChange()) {
      if (saved.isDeleted()) {
        tools.add(
            act(
                "strategy.restore",
                name,
                () -> services.rules().restore(saved.id(), saved.version())));
      } else {
        tools.add(
            Lists.action(getTranslation("strategy.change"), name, () -> edit(Optional.of(saved))));
        tools.add(
            act(
                "strategy.delete",
                name,
                () -> services.rules().delete(saved.id(), saved.version())));
      }
    }
    tools.add(
        Lists.action(
            getTranslation("strategy.ranking.history"),
            name,
            () -> new RankingHistory(services, saved, words, changed).open()));
    return tools;
  }

  private Button act(String key, String name, Runnable act) {
    return Lists.action(
        getTranslation(key),
        name,
        () -> {
          Told.when(this, act);
          changed.run();
        });
  }

  private void edit(Optional<SavedRule> before) {
    new RankingDialog(services, finder, before, changed).open();
  }
}
