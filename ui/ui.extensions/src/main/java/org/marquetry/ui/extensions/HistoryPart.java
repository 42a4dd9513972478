package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.marquetry.feature.api.FeatureState;
import org.marquetry.feature.api.StateDifference;
import org.marquetry.feature.api.StateDifference.Changed;
import org.marquetry.feature.api.Wish;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.Told;

/// The states of the suite that are kept: who made each, when and why; two compared; back to one.
final class HistoryPart extends Div implements Part {
  private static final long serialVersionUID = 1L;

  private final transient ExtensionServices services;
  private final transient Runnable begun;

  /// @param begun called when a change has begun
  HistoryPart(ExtensionServices services, Runnable begun) {
    this.services = services;
    this.begun = begun;
    setId("history");
    refresh();
  }

  @Override
  public void refresh() {
    List<FeatureState> states = services.features().states();
    removeAll();
    add(new H2(getTranslation("extensions.states")));
    if (states.isEmpty()) {
      add(Lists.none(getTranslation("extensions.states.none")));
      return;
    }
    add(grid(states));
    if (states.size() > 1) {
      add(new H2(getTranslation("extensions.compare")), comparison(states));
    }
  }

  private Grid<FeatureState> grid(List<FeatureState> states) {
    People people = services.people(getLocale());
    Grid<FeatureState> grid = Lists.grid("states");
    grid.addColumn(FeatureState::number)
        .setHeader(getTranslation("extensions.state.number"))
        .setWidth("5rem")
        .setFlexGrow(0);
    grid.addColumn(s -> services.formats(getLocale()).dateTime(s.at()))
        .setHeader(getTranslation("extensions.state.when"));
    Grid.Column<FeatureState> by =
        grid.addColumn(s -> people.of(this, s.by()))
            .setHeader(getTranslation("extensions.state.by"));
    Grid.Column<FeatureState> why =
        grid.addColumn(FeatureState::why)
            .setHeader(getTranslation("extensions.state.why"))
            .setFlexGrow(2);
    grid.addComponentColumn(this::condition).setHeader(getTranslation("extensions.state.is"));
    if (services.mayInstall()) {
      grid.addComponentColumn(this::back).setHeader(getTranslation("shell.saved.actions"));
    }
    Lists.inWideWindows(grid, by, why);
    grid.setItems(states);
    return grid;
  }

  private Span condition(FeatureState state) {
    if (state.current()) {
      return Cards.chip(getTranslation("extensions.state.current"), "mq-strong");
    }
    return state.healthy()
        ? Cards.chip(getTranslation("extensions.state.healthy"), "mq-soft")
        : new Span();
  }

  private Component back(FeatureState state) {
    if (state.current()) {
      return new Span();
    }
    Wish wish = new Wish(Wish.Kind.RESTORE, Long.toString(state.number()));
    return Lists.action(
        getTranslation("extensions.back"),
        getTranslation("extensions.state", state.number()),
        () ->
            new PlanDialog(services, List.of(wish), begun, "extensions.back.title", state.number())
                .open());
  }

  private Component comparison(List<FeatureState> states) {
    Div result = new Div();
    result.setId("difference");
    Select<FeatureState> from = choice("from", states, states.get(1));
    Select<FeatureState> to = choice("to", states, states.getFirst());
    Runnable compare =
        () ->
            Told.when(
                this,
                () ->
                    Refusals.asArgument(() ->
                        show(
                            result,
                            services
                                .features()
                                .compare(from.getValue().number(), to.getValue().number()))));
    from.addValueChangeListener(_ -> compare.run());
    to.addValueChangeListener(_ -> compare.run());
    compare.run();
    return new Div(Cards.tools(from, to), result);
  }

  private Select<FeatureState> choice(String word, List<FeatureState> states, FeatureState value) {
    Select<FeatureState> choice = new Select<>();
    choice.setId("compare-" + word);
    choice.setWidth("19rem");
    choice.setLabel(getTranslation("extensions.compare." + word));
    choice.setItems(states);
    choice.setItemLabelGenerator(s ->
        getTranslation("extensions.state", s.number())
            + " · "
            + services.formats(getLocale()).dateTime(s.at()));
    choice.setValue(value);
    return choice;
  }

  private void show(Div result, StateDifference difference) {
    result.removeAll();
    changes(result, "features", difference.features());
    changes(result, "bundles", difference.bundles());
    changes(result, "configuration", difference.configuration());
    if (result.getChildren().findAny().isEmpty()) {
      result.add(Lists.none(getTranslation("extensions.compare.same")));
    }
  }

  private void changes(Div result, String key, List<Changed> changes) {
    if (!changes.isEmpty()) {
      result.add(
          new H3(getTranslation("extensions.compare." + key)),
          PlanPart.list(changes.stream().map(this::change).toList()));
    }
  }

  private String change(Changed changed) {
    if (changed.before().isEmpty()) {
      return getTranslation("extensions.compare.new", changed.name(), changed.after().orElse(""));
    }
    return changed.after().isEmpty()
        ? getTranslation("extensions.compare.gone", changed.name(), changed.before().get())
        : getTranslation(
            "extensions.compare.changed",
            changed.name(),
            changed.before().get(),
            changed.after().get());
  }
}
