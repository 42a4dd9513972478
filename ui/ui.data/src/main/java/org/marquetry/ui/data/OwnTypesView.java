package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marquetry.data.api.OwnTypes;
import org.marquetry.data.api.OwnTypes.Change;
import org.marquetry.data.api.OwnTypes.EventType;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;

/// The declared types; of the one in the address what it declared over time, and the way back to
/// each.
final class OwnTypesView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final String WRITE = "data.configure";

  private final transient OwnTypes types;
  private final transient ShopZone zone;
  private final transient Colleagues colleagues;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button declare = new Button();
  private final LivePart<List<EventType>> list = new LivePart<>(this::list);
  private final LivePart<Optional<History>> history = new LivePart<>(this::history);
  private transient Optional<String> wanted = Optional.empty();

  /// @param now absent: it is withdrawn
  private record History(String name, Optional<EventType> now, List<Change> changes) {}

  OwnTypesView(OwnTypes types, ShopZone zone, Colleagues colleagues) {
    this.types = types;
    this.zone = zone;
    this.colleagues = colleagues;
    setId("own-types");
    about.addClassName("shell-subtitle");
    declare.setId("declare");
    declare.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    declare.setVisible(Actor.current().may(WRITE));
    declare.addClickListener(e -> new OwnTypeDialog(types, Optional.empty(), this::show).open());
    Div head = new Div(new Div(title, about), declare);
    head.addClassName("shell-head");
    Div place = new Div(list, history);
    place.addClassName("mq-whole");
    add(head, place);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    wanted = event.getRouteParameters().get("type");
    if (isAttached()) {
      show();
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("data.own-types"));
    about.setText(getTranslation("data.own-types.about"));
    declare.setText(getTranslation("data.own-types.declare"));
    show();
  }

  private void show() {
    list.show(types.types());
    history.show(
        wanted
            .map(name -> new History(name, types.type(name), types.history(name)))
            .filter(h -> !h.changes.isEmpty()));
  }

  private List<Component> list(List<EventType> all) {
    if (all.isEmpty()) {
      return List.of(Lists.empty(this, "no-types", "tags", "data.own-types.empty"));
    }
    Grid<EventType> grid = Lists.grid("type-grid");
    grid.addComponentColumn(t -> Lists.link("event-types/" + t.name(), t.name()))
        .setHeader(getTranslation("data.own-types.name"))
        .setWidth("10rem")
        .setFlexGrow(1);
    Grid.Column<EventType> label =
        grid.addColumn(EventType::label)
            .setHeader(getTranslation("data.own-types.label"))
            .setWidth("10rem")
            .setFlexGrow(1);
    grid.addColumn(t -> fields(t))
        .setHeader(getTranslation("data.own-types.fields"))
        .setWidth("9rem")
        .setFlexGrow(3);
    Grid.Column<EventType> pages =
        grid.addColumn(
                t -> getTranslation(t.fromPages() ? "data.own-types.yes" : "data.own-types.no"))
            .setHeader(getTranslation("data.own-types.pages"))
            .setWidth("8rem")
            .setFlexGrow(0);
    Lists.inWideWindows(grid, label, pages);
    if (Actor.current().may(WRITE)) {
      grid.addComponentColumn(this::actions)
          .setHeader(getTranslation("data.script.actions"))
          .setWidth("13rem")
          .setFlexGrow(0);
    }
    grid.setItems(all);
    return List.of(grid);
  }

  private String fields(EventType type) {
    return type.fields().isEmpty()
        ? Formats.UNKNOWN
        : type.fields().stream().map(OwnTypeDialog::line).collect(Collectors.joining("; "));
  }

  private Component actions(EventType type) {
    return new Div(
        action(
            "data.script.change",
            type,
            () -> new OwnTypeDialog(types, Optional.of(type), this::show).open()),
        action(
            "data.own-types.withdraw",
            type,
            () -> {
              types.withdraw(type.name());
              wanted = Optional.of(type.name()); // its history, with the way back
              show();
            }));
  }

  private Button action(String text, EventType type, Runnable action) {
    return Lists.action(getTranslation(text), type.name(), action);
  }

  private List<Component> history(Optional<History> history) {
    return history
        .<List<Component>>map(
            h -> List.of(new H2(getTranslation("data.own-types.history", h.name)), grid(h)))
        .orElse(List.of());
  }

  private Grid<Change> grid(History history) {
    Formats formats = new Formats(getLocale(), zone.zone());
    Grid<Change> grid = Lists.grid("history-grid");
    grid.addColumn(c -> formats.dateTime(c.at())).setHeader(getTranslation("data.retention.when"));
    UnaryOperator<String> names = colleagues.names(getLocale());
    grid.addColumn(c -> names.apply(c.by())).setHeader(getTranslation("data.retention.by"));
    grid.addColumn(c ->
            c.type().map(this::fields).orElseGet(() -> getTranslation("data.own-types.withdrawn")))
        .setHeader(getTranslation("data.own-types.fields"));
    if (Actor.current().may(WRITE)) {
      grid.addComponentColumn(c -> back(c, history.now))
          .setHeader(getTranslation("data.script.actions"));
    }
    grid.setItems(history.changes);
    return grid;
  }

  private Component back(Change change, Optional<EventType> now) {
    Div place = new Div();
    change
        .type()
        .filter(t -> !now.equals(Optional.of(t)))
        .map(t -> action("data.script.restore", t, () -> restore(t)))
        .ifPresent(place::add);
    return place;
  }

  private void restore(EventType type) {
    types.declare(type);
    show();
  }
}
