package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.api.SegmentTemplate;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;
import org.marquetry.ui.api.WindowWidth;

/// All segments with their sizes, templates to start from, and those that were deleted. The address
/// holds the search and whether the deleted ones are shown.
final class SegmentsView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(3);
  private static final int PHONE = 700;
  private static final String SEARCH = "search";
  private static final String DELETED = "deleted";

  private final transient SegmentServices services;
  private transient List<Line> lines = List.of();
  private boolean deleted;
  private final H1 title = new H1();
  private final Paragraph count = new Paragraph();
  private final TextField search = new TextField();
  private final Anchor create = new Anchor();
  private final Button bin = new Button();
  private final Div place = new Div();
  private final H2 templatesTitle = new H2();
  private final Div templates = new Div();
  private final Grid<Line> grid = new Grid<>();
  private boolean phone;

  /// A segment with its size.
  private record Line(SavedSegment segment, OptionalInt size, boolean exact) {}

  SegmentsView(SegmentServices services) {
    this.services = services;
    setId("segments");
    count.addClassName("shell-subtitle");
    count.setId("count");
    search.setId(SEARCH);
    search.setClearButtonVisible(true);
    search.setPrefixComponent(new Icon("vaadin", "search"));
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        address();
        fill();
      }
    });
    create.setId("new");
    create.setHref(SegmentPage.address(SegmentPage.NEW));
    create.getElement().setAttribute("router-link", true);
    create.addClassName("mq-button");
    create.setVisible(mayWrite());
    bin.setId("bin");
    bin.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    bin.addClickListener(e -> {
      deleted = !deleted;
      address();
      show();
    });
    grid.setId("segment-grid");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    grid.setAllRowsVisible(true);
    Div tools = new Div(bin, search, create);
    tools.addClassName("mq-tools");
    Div head = new Div(new Div(title, count), tools);
    head.addClassName("shell-head");
    place.addClassName("mq-whole");
    templates.addClassName("mq-tiles");
    templates.setId("templates");
    add(head, place, templatesTitle, templates);
    WindowWidth.follow(this, this::narrow);
    services.profiles().live().watch(this, PERIOD, this::look, this::news);
  }

  private static boolean mayWrite() {
    return Actor.current().may("segment.write");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    search.setValue(query.getSingleParameter(SEARCH).orElse(""));
    deleted = query.getSingleParameter(DELETED).isPresent();
  }

  private void narrow(int width) {
    if (phone != width < PHONE) {
      phone = width < PHONE;
      columns();
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("profile.segments"));
    search.setPlaceholder(getTranslation("profile.segments.search"));
    search.setAriaLabel(getTranslation("profile.segments.search"));
    create.setText(getTranslation("profile.segments.new"));
    templatesTitle.setText(getTranslation("profile.segments.templates"));
    templates.removeAll();
    services.segments().templates().forEach(t -> templates.add(tile(t)));
    templatesTitle.setVisible(mayWrite());
    templates.setVisible(mayWrite());
    columns();
    show();
  }

  private Component tile(SegmentTemplate template) {
    Span name = new Span(SegmentTexts.say(template.name(), getLocale()));
    name.addClassName("mq-label");
    Span purpose = new Span(SegmentTexts.say(template.purpose(), getLocale()));
    purpose.addClassName("mq-note");
    Anchor link =
        new Anchor(
            SegmentPage.address(SegmentPage.NEW) + "?template=" + template.id(), name, purpose);
    link.getElement().setAttribute("router-link", true);
    link.addClassName("mq-tile");
    link.setId("template-" + template.id());
    return link;
  }

  private void columns() {
    Formats formats = new Formats(getLocale(), services.profiles().zone().zone());
    UnaryOperator<String> names = services.colleagues().names(getLocale());
    grid.removeAllColumns();
    grid.addComponentColumn(this::link)
        .setHeader(getTranslation("profile.segments.name"))
        .setFlexGrow(3)
        .setWidth("10rem");
    grid.addColumn(line -> size(line, formats))
        .setHeader(getTranslation("profile.segments.size"))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("7rem")
        .setFlexGrow(1);
    if (!phone) {
      grid.addColumn(line -> names.apply(line.segment.owner()))
          .setHeader(getTranslation("profile.segments.owner"))
          .setWidth("8rem");
      grid.addColumn(line -> formats.dateTime(line.segment.at()))
          .setHeader(getTranslation("profile.segments.changed"))
          .setWidth("11rem");
    }
  }

  private Component link(Line line) {
    if (deleted) {
      Button back = new Button(getTranslation("profile.segments.restore"));
      back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      back.setAriaLabel(getTranslation("profile.segments.restore.named", line.segment.name()));
      back.setVisible(mayWrite());
      back.addClickListener(e -> restore(line.segment));
      Div both = new Div(new Span(line.segment.name()), back);
      both.addClassName("mq-line");
      return both;
    }
    Anchor link = new Anchor(SegmentPage.address(line.segment.id()), line.segment.name());
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private void restore(SavedSegment segment) {
    try {
      int last =
          services.segments().history(segment.id()).stream()
              .filter(version -> !version.isDeleted())
              .mapToInt(SavedSegment::version)
              .max()
              .orElse(segment.version());
      services.segments().restore(segment.id(), last);
      Notification.show(getTranslation("profile.segments.restored", segment.name()));
    } catch (IllegalArgumentException problem) {
      Notification.show(problem.getMessage());
    }
    show();
  }

  private String size(Line line, Formats formats) {
    if (line.size.isEmpty()) {
      return Formats.UNKNOWN;
    }
    String number = formats.number(line.size.getAsInt());
    return line.exact ? number : getTranslation("profile.segment.atLeast", number);
  }

  private List<Line> look() {
    return (deleted ? services.segments().deleted() : services.segments().list())
        .stream().map(this::line).toList();
  }

  private Line line(SavedSegment segment) {
    try {
      SegmentCount count = services.segments().count(segment.rule());
      return new Line(segment, OptionalInt.of(count.count()), count.exact());
    } catch (IllegalArgumentException cannotBeCounted) {
      return new Line(segment, OptionalInt.empty(), true);
    }
  }

  private void news(List<Line> now) {
    if (!now.equals(lines)) {
      lines = now;
      fill();
    }
  }

  private void show() {
    lines = look();
    int binned = services.segments().deleted().size();
    bin.setVisible(deleted || binned > 0);
    bin.setText(
        deleted
            ? getTranslation("profile.segments.bin.close")
            : getTranslation("profile.segments.bin", binned));
    fill();
  }

  private void fill() {
    String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
    List<Line> found =
        lines.stream()
            .filter(line -> line.segment.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    count.setText(getTranslation("profile.segments.count", found.size()));
    boolean empty = lines.isEmpty() && !deleted;
    place.removeAll();
    search.setVisible(!empty);
    if (empty) {
      Div quiet =
          new Div(
              new Icon("vaadin", "filter"),
              new H2(getTranslation("profile.segments.empty")),
              new Paragraph(getTranslation("profile.segments.empty.text")));
      quiet.addClassNames("shell-quiet", "mq-brief");
      quiet.setId("no-segments");
      place.add(quiet);
    } else {
      grid.setEmptyStateText(getTranslation("profile.segments.none", search.getValue()));
      grid.setItems(found);
      place.add(grid);
    }
  }

  private QueryParameters query() {
    Map<String, List<String>> values = new java.util.LinkedHashMap<>();
    if (!search.getValue().isBlank()) {
      values.put(SEARCH, List.of(search.getValue().strip()));
    }
    if (deleted) {
      values.put(DELETED, List.of("true"));
    }
    return new QueryParameters(values);
  }

  private void address() {
    getUI()
        .ifPresent(ui ->
            ui.getPage().getHistory().replaceState(null, new Location(SegmentsPage.PATH, query())));
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of(SEARCH, search.getValue(), DELETED, Boolean.toString(deleted)));
  }

  @Override
  public void restore(ViewState state) {
    state.get(SEARCH).ifPresent(search::setValue);
    deleted = state.get(DELETED).map(Boolean::parseBoolean).orElse(false);
    show();
  }
}
