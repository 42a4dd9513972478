package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.insight.api.Figures;
import org.marquetry.insight.api.Occasion;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;

/// A month of campaigns, tests and sale days; the address says which. Campaigns without a day stand
/// below it.
final class CalendarView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final String MONTH = "month";

  private final transient CampaignServices services;
  private final transient InstantSource clock;
  private final transient Optional<Figures> figures;
  private transient Optional<YearMonth> chosen = Optional.empty();
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button add = new Button();
  private final LivePart<CalendarMonth> month = new LivePart<>(this::month);

  CalendarView(CampaignServices services, InstantSource clock, Optional<Figures> figures) {
    this.services = services;
    this.clock = clock;
    this.figures = figures;
    setId("calendar");
    about.addClassName("shell-subtitle");
    add.setId("add-campaign");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.setVisible(CampaignServices.may("campaign.write"));
    add.addClickListener(e -> UI.getCurrent().navigate(NewCampaignPage.PATH));
    Div head = new Div(new Div(title, about), add);
    head.addClassName("shell-head");
    add(head, month);
    services.live().watch(this, PERIOD, this::look, month::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    chosen =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(MONTH)
            .flatMap(CalendarView::parse);
    if (add.getText().isEmpty()) {
      return; // localeChange shows it first
    }
    month.show(look());
  }

  private static Optional<YearMonth> parse(String text) {
    try {
      return Optional.of(YearMonth.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private CalendarMonth look() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), services.zone().zone());
    YearMonth shown = chosen.orElseGet(() -> YearMonth.from(today));
    Map<String, CampaignState> states = services.campaigns().states();
    List<Occasion> occasions =
        CampaignServices.may("insight.read")
            ? figures
                .map(
                    f -> f.occasions(shown.atDay(1).minusDays(7), shown.atEndOfMonth().plusDays(7)))
                .orElse(List.of())
            : List.of();
    return CalendarMonth.of(
        shown,
        today,
        getLocale(),
        services.zone().zone(),
        services.campaigns().list(),
        states,
        id ->
            states.getOrDefault(id, CampaignState.DRAFT).isLaunched()
                ? services.campaigns().progress(id)
                : Optional.empty(),
        occasions);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("strategy.calendar"));
    about.setText(getTranslation("strategy.calendar.about"));
    add.setText(getTranslation("strategy.campaign.new"));
    month.show(look());
  }

  private List<Component> month(CalendarMonth now) {
    List<Component> parts = new ArrayList<>(List.of(months(now.month()), table(now)));
    if (!now.undated().isEmpty()) {
      parts.add(new H2(getTranslation("strategy.calendar.undated")));
      UnorderedList list = new UnorderedList();
      list.setId("undated");
      now.undated().forEach(c -> list.add(new ListItem(link(c))));
      parts.add(list);
    }
    return parts;
  }

  private Component months(YearMonth shown) {
    H2 name = new H2(text(shown));
    name.setId("month");
    Nav nav =
        new Nav(
            to(shown.minusMonths(1), "strategy.calendar.before", "before"),
            name,
            to(shown.plusMonths(1), "strategy.calendar.after", "after"));
    nav.addClassNames("mq-tools", "mq-months");
    nav.setAriaLabel(getTranslation("strategy.calendar.months"));
    return nav;
  }

  private String text(YearMonth month) {
    String pattern = getLocale().getLanguage().equals("zh") ? "y年M月" : "MMMM y";
    return DateTimeFormatter.ofPattern(pattern, getLocale()).format(month);
  }

  private Anchor to(YearMonth month, String key, String id) {
    Anchor link = Lists.link(CalendarPage.PATH + "?" + MONTH + "=" + month, getTranslation(key));
    link.setId(id);
    link.addClassName("mq-button");
    return link;
  }

  private Component table(CalendarMonth now) {
    NativeTable table = new NativeTable();
    table.addClassName("mq-month");
    table.getElement().setAttribute("aria-label", text(now.month()));
    NativeTableRow head = new NativeTableRow();
    now.weeks()
        .getFirst()
        .forEach(d -> {
          NativeTableHeaderCell cell =
              new NativeTableHeaderCell(
                  d.day().getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()));
          cell.getElement().setAttribute("scope", "col");
          head.add(cell);
        });
    table.getHead().add(head);
    now.weeks()
        .forEach(week -> {
          NativeTableRow row = new NativeTableRow();
          week.forEach(day -> row.add(day(day)));
          table.getBody().add(row);
        });
    Div scroll = new Div(table);
    scroll.addClassName("mq-scroll");
    return scroll;
  }

  private NativeTableCell day(CalendarMonth.Day day) {
    Span number = new Span(Integer.toString(day.day().getDayOfMonth()));
    number.addClassName("mq-day");
    NativeTableCell cell = new NativeTableCell();
    cell.setId("day-" + day.day());
    cell.setClassName("mq-other", !day.here());
    if (day.today()) {
      cell.addClassName("mq-today");
      cell.getElement().setAttribute("aria-current", "date");
    }
    cell.add(number);
    day.occasions()
        .forEach(o -> {
          Span name = new Span(o.name().in(getLocale()));
          name.addClassNames("mq-chip", "mq-odd");
          cell.add(name);
        });
    day.on().forEach(on -> cell.add(on(on)));
    return cell;
  }

  private Component on(CalendarMonth.On on) {
    Anchor link = link(on.campaign());
    if (on.part() != CalendarMonth.Part.MEASURED) {
      link.setText(
          getTranslation(
              "strategy.calendar." + CampaignsView.word(on.part()), on.campaign().name()));
    }
    link.addClassNames("mq-chip", on.state().isLaunched() ? "mq-strong" : "mq-soft");
    link.setClassName("mq-through", on.part() == CalendarMonth.Part.MEASURED);
    return link;
  }

  private static Anchor link(SavedCampaign campaign) {
    return Lists.link(CampaignPage.address(campaign.id()), campaign.name());
  }
}
