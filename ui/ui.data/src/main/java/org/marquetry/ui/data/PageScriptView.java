package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.PageKeys;
import org.marquetry.data.api.PageKeys.PageKey;
import org.marquetry.data.api.PageKeys.WebDay;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;

/// Keys of the shop's pages; of the one in the address what to copy into the pages; and what came
/// in the last days, with the share of programs.
final class PageScriptView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final String WRITE = "data.configure";
  private static final int DAYS = 14;
  private static final String COPY =
      "navigator.clipboard?.writeText($0).then(() => this.setAttribute('copied', ''))";

  private final transient PageKeys keys;
  private final transient ShopZone zone;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button make = new Button();
  private final LivePart<List<PageKey>> list = new LivePart<>(this::list);
  private final LivePart<Optional<PageKey>> snippet = new LivePart<>(this::snippet);
  private final LivePart<Optional<List<WebDay>>> days = new LivePart<>(this::days);
  private transient Optional<String> wanted = Optional.empty();

  PageScriptView(PageKeys keys, ShopZone zone) {
    this.keys = keys;
    this.zone = zone;
    setId("page-script");
    about.addClassName("shell-subtitle");
    make.setId("make-key");
    make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    make.setVisible(Actor.current().may(WRITE));
    make.addClickListener(
        e -> new PageKeyDialog(keys, Optional.empty(), k -> show(Optional.of(k.id()))).open());
    Div head = new Div(new Div(title, about), make);
    head.addClassName("shell-head");
    Div place = new Div(list, snippet, days);
    place.addClassName("mq-whole");
    add(head, place);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    wanted = event.getRouteParameters().get("key");
    if (isAttached()) {
      show(wanted);
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("data.script"));
    about.setText(getTranslation("data.script.about"));
    make.setText(getTranslation("data.script.make"));
    show(wanted);
  }

  private void show(Optional<String> chosen) {
    wanted = chosen;
    List<PageKey> all = keys.keys();
    LocalDate today = zone.today();
    list.show(all);
    snippet.show(
        all.stream()
            .filter(k -> k.removedAt().isEmpty())
            .filter(k -> chosen.isEmpty() || k.id().equals(chosen.get()))
            .findFirst());
    days.show(
        all.isEmpty()
            ? Optional.empty()
            : Optional.of(keys.days(today.minusDays(DAYS - 1), today).reversed()));
  }

  private List<Component> list(List<PageKey> all) {
    if (all.isEmpty()) {
      return List.of(Lists.empty(this, "no-keys", "code", "data.script.empty"));
    }
    Grid<PageKey> grid = Lists.grid("key-grid");
    column(grid, "data.script.label", "10rem").setFlexGrow(2);
    grid.addColumn(k -> String.join(", ", k.origins()))
        .setHeader(getTranslation("data.script.origins"))
        .setWidth("12rem")
        .setFlexGrow(3);
    grid.addColumn(
            k -> getTranslation(k.countsOrders() ? "data.script.counts" : "data.script.kept"))
        .setHeader(getTranslation("data.script.orders"))
        .setWidth("9rem")
        .setFlexGrow(1);
    grid.addColumn(this::state)
        .setHeader(getTranslation("data.script.state"))
        .setWidth("9rem")
        .setFlexGrow(1);
    if (Actor.current().may(WRITE)) {
      grid.addComponentColumn(this::actions)
          .setHeader(getTranslation("data.script.actions"))
          .setWidth("13rem")
          .setFlexGrow(0);
    }
    grid.setItems(all);
    return List.of(grid);
  }

  private Grid.Column<PageKey> column(Grid<PageKey> grid, String header, String width) {
    return grid.addComponentColumn(this::link).setHeader(getTranslation(header)).setWidth(width);
  }

  private Component link(PageKey key) {
    if (key.removedAt().isPresent()) {
      return new Span(key.label());
    }
    return Lists.link("page-script/" + key.id(), key.label());
  }

  private String state(PageKey key) {
    Formats formats = formats();
    return key.removedAt()
        .map(at -> getTranslation("data.script.removed", formats.dateTime(at)))
        .orElseGet(() -> getTranslation("data.script.active"));
  }

  private Component actions(PageKey key) {
    if (key.removedAt().isPresent()) {
      return new Div(button("data.script.restore", key, () -> keys.restore(key.id())));
    }
    Button change =
        Lists.action(
            getTranslation("data.script.change"),
            key.label(),
            () -> new PageKeyDialog(keys, Optional.of(key), k -> show(Optional.of(k.id()))).open());
    return new Div(change, button("data.script.remove", key, () -> keys.remove(key.id())));
  }

  private Button button(String text, PageKey key, Runnable action) {
    return Lists.action(
        getTranslation(text),
        key.label(),
        () -> {
          action.run();
          show(Optional.empty());
        });
  }

  private List<Component> snippet(Optional<PageKey> chosen) {
    return chosen.map(this::snippet).orElse(List.of());
  }

  private List<Component> snippet(PageKey key) {
    Pre code = new Pre();
    code.setId("snippet");
    code.addClassName("mq-code");
    code.getElement().setAttribute("tabindex", "0");
    code.getElement().setAttribute("role", "region");
    code.getElement()
        .setAttribute("aria-label", getTranslation("data.script.snippet", key.label()));
    Button copy = new Button(getTranslation("data.script.copy"));
    copy.setId("copy");
    copy.addClickListener(e -> code.getElement().executeJs(COPY, code.getText()));
    Paragraph calls = new Paragraph(getTranslation("data.script.calls"));
    calls.addClassName("shell-subtitle");
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .fetchCurrentURL(url -> code.setText(keys.snippet(key.id(), url.toString()))));
    return List.of(new H2(getTranslation("data.script.snippet", key.label())), code, copy, calls);
  }

  private List<Component> days(Optional<List<WebDay>> days) {
    return days.<List<Component>>map(d ->
            List.of(new H2(getTranslation("data.script.days")), d.isEmpty() ? noDays() : grid(d)))
        .orElse(List.of());
  }

  private Component noDays() {
    Paragraph none = Lists.none(getTranslation("data.script.days.none"));
    none.setId("no-days");
    return none;
  }

  private Grid<WebDay> grid(List<WebDay> days) {
    Formats formats = formats();
    Grid<WebDay> grid = Lists.grid("day-grid");
    grid.addColumn(d -> formats.date(d.day())).setHeader(getTranslation("data.script.day"));
    grid.addColumn(d -> formats.number(d.events())).setHeader(getTranslation("data.script.events"));
    grid.addColumn(d -> formats.number(d.bots())).setHeader(getTranslation("data.script.bots"));
    grid.addColumn(d -> formats.percent(d.expectedBots() / d.events()))
        .setHeader(getTranslation("data.script.share"));
    grid.setItems(days);
    return grid;
  }

  private Formats formats() {
    return new Formats(getLocale(), zone.zone());
  }
}
