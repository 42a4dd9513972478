package org.marquetry.ui.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentTemplate;
import org.marquetry.profile.api.SegmentWarning;
import org.marquetry.profile.api.Segments;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// The builder of one segment: rule, counts that follow, the rule in words, warnings, members and
/// history. The address holds the segment and what is not saved yet.
final class SegmentView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, HasDynamicTitle, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final int LONGEST_ADDRESS = 4_000;
  private static final String RULE = "rule";
  private static final String NAME = "name";
  private static final String OWNER = "owner";
  private static final String TEMPLATE = "template";
  private static final String COPY = "copy";
  private static final String MEMBER = "member";

  private final transient SegmentServices services;
  private final transient Segments segments;
  private transient Optional<SavedSegment> saved = Optional.empty();
  private transient Group rule = SegmentRule.everybody();
  private boolean unknown;
  private final Anchor back = new Anchor(SegmentsPage.PATH, "");
  private final H1 title = new H1();
  private final TextField name = new TextField();
  private final Select<String> owner = new Select<>();
  private final Button save = new Button();
  private final SegmentMenu menu;
  private final SegmentFigures figures;
  private final Paragraph sentence = new Paragraph();
  private final Paragraph problem = new Paragraph();
  private final RuleEditor editor;
  private final Div warnings = new Div();
  private final H2 ruleTitle = new H2();
  private final SegmentMembers members;
  private final SegmentHistory history;
  private final Div conflict = new Div();

  SegmentView(SegmentServices services) {
    this.services = services;
    this.segments = services.segments();
    this.figures = new SegmentFigures(services);
    this.editor = new RuleEditor(services, this::edited);
    this.members = new SegmentMembers(services, this::address);
    this.history = new SegmentHistory(services, this::take);
    this.menu = new SegmentMenu(services, () -> saved, this::deleted);
    setId("segment");
    back.getElement().setAttribute("router-link", true);
    name.setId("segment-name");
    name.setMaxLength(Segments.MAX_NAME);
    name.setValueChangeMode(ValueChangeMode.LAZY);
    name.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        address();
        buttons();
      }
    });
    owner.setId("segment-owner");
    owner.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        address();
        buttons();
      }
    });
    save.setId("save");
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.addClickListener(e -> saving());
    sentence.setId("sentence");
    sentence.addClassName("mq-sentence");
    problem.setId("problem");
    problem.addClassName("shell-bad");
    problem.getElement().setAttribute("role", "alert");
    warnings.setId("warnings");
    warnings.getElement().setAttribute("role", "status");
    conflict.setId("conflict");
    conflict.addClassName("mq-whole");
    Div tools = new Div(name, owner, save, menu);
    tools.addClassName("mq-tools");
    Div head = new Div(new Div(new Nav(back), title), tools);
    head.addClassName("shell-head");
    Div rulePanel = new Div(ruleTitle, sentence, editor, problem, warnings);
    rulePanel.addClassName("shell-panel");
    Div side = new Div(members, history);
    side.addClassName("mq-side");
    Div body = new Div(rulePanel, side);
    body.addClassName("mq-columns");
    add(head, conflict, figures, body);
    services.profiles().live().watch(this, PERIOD, this::look, this::news);
  }

  private static boolean mayWrite() {
    return Actor.current().may("segment.write");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String id = event.getRouteParameters().get(SegmentPage.PARAMETER).orElse(SegmentPage.NEW);
    QueryParameters query = event.getLocation().getQueryParameters();
    saved = id.equals(SegmentPage.NEW) ? Optional.empty() : segments.find(id);
    unknown = saved.isEmpty() && !id.equals(SegmentPage.NEW);
    rule = saved.map(SavedSegment::rule).orElseGet(SegmentRule::everybody);
    name.setValue(saved.map(SavedSegment::name).orElse(""));
    query
        .getSingleParameter(TEMPLATE)
        .flatMap(this::template)
        .ifPresent(t -> {
          rule = t.rule();
          name.setValue(SegmentTexts.say(t.name(), getLocale()));
        });
    query
        .getSingleParameter(COPY)
        .flatMap(segments::find)
        .ifPresent(from -> {
          rule = from.rule();
          name.setValue(getTranslation("profile.segment.copyOf", from.name()));
        });
    query.getSingleParameter(NAME).ifPresent(name::setValue);
    owners(query.getSingleParameter(OWNER).or(() -> saved.map(SavedSegment::owner)).orElse(""));
    query.getSingleParameter(RULE).ifPresent(this::read);
    members.open(query.getSingleParameter(MEMBER).orElse(""));
    if (isAttached()) {
      show();
    }
  }

  /// Offer those who may answer for the segment.
  private void owners(String chosen) {
    List<String> ids = new ArrayList<>(services.colleagues().users());
    if (!chosen.isEmpty() && !ids.contains(chosen)) {
      ids.add(chosen); // somebody who is gone, or no user
    }
    owner.setItemLabelGenerator(services.colleagues().names(getLocale())::apply);
    owner.setItems(ids);
    if (!chosen.isEmpty()) {
      owner.setValue(chosen);
    }
    owner.setVisible(saved.isPresent());
    owner.setReadOnly(!mayWrite());
  }

  private String owner(SavedSegment segment) {
    return Optional.ofNullable(owner.getValue()).orElse(segment.owner());
  }

  private Optional<SegmentTemplate> template(String id) {
    return segments.templates().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  private void read(String json) {
    try {
      rule = segments.read(json);
    } catch (IllegalArgumentException typed) {
      problem.setText(typed.getMessage());
    }
  }

  @Override
  public String getPageTitle() {
    return unknown
        ? getTranslation("profile.segment.unknown")
        : name.getValue().isBlank() ? getTranslation("profile.segment.new") : name.getValue();
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("profile.segments")));
    name.setAriaLabel(getTranslation("profile.segment.name"));
    name.setPlaceholder(getTranslation("profile.segment.name"));
    save.setText(getTranslation("profile.segment.save"));
    owner.setAriaLabel(getTranslation("profile.segments.owner"));
    owners(Optional.ofNullable(owner.getValue()).orElse(""));
    ruleTitle.setText(getTranslation("profile.segment.rule"));
    show();
  }

  /// Draw everything anew.
  private void show() {
    editor.show(rule);
    conflict.removeAll();
    count();
    details();
    history.show(saved);
    menu.show();
    buttons();
  }

  private void buttons() {
    title.setText(getPageTitle());
    save.setVisible(mayWrite() && !unknown);
    name.setReadOnly(!mayWrite());
    save.setEnabled(isChanged());
  }

  private boolean isChanged() {
    return saved
        .map(s ->
            s.isDeleted()
                || !s.rule().equals(rule)
                || !s.name().equals(name.getValue())
                || !s.owner().equals(owner(s)))
        .orElse(true);
  }

  private void edited(Group now) {
    rule = now;
    count();
    details();
    address();
    buttons();
  }

  private Formats formats() {
    return new Formats(getLocale(), services.profiles().zone().zone());
  }

  private void count() {
    look().ifPresentOrElse(this::counted, () -> {});
    sentence.setText(SegmentTexts.say(segments.sentence(rule), getLocale()));
  }

  private void counted(SegmentCount count) {
    editor.counted(count, formats());
    figures.show(count, saved.filter(s -> s.rule().equals(rule)), formats());
  }

  private Optional<SegmentCount> look() {
    try {
      return Optional.of(segments.count(rule));
    } catch (IllegalArgumentException cannotBeCounted) {
      return Optional.empty();
    }
  }

  private void news(Optional<SegmentCount> now) {
    now.ifPresent(this::counted);
  }

  /// What follows the count: warnings and members.
  private void details() {
    warnings.removeAll();
    problem.setText("");
    for (SegmentWarning warning : segments.warnings(rule, saved.map(SavedSegment::id))) {
      Paragraph line =
          new Paragraph(
              new Icon("vaadin", warning.refused() ? "ban" : "exclamation-circle-o"),
              new Span(SegmentTexts.say(warning.text(), getLocale())));
      line.addClassNames("mq-warning", warning.refused() ? "shell-bad" : "mq-amber");
      warnings.add(line);
    }
    members.show(rule, formats());
  }

  private void saving() {
    String called = name.getValue().strip();
    if (called.isEmpty()) {
      name.setInvalid(true);
      name.setErrorMessage(getTranslation("profile.segment.name.missing"));
      name.focus();
      return;
    }
    boolean taken =
        segments.list().stream()
            .anyMatch(s ->
                s.name().equalsIgnoreCase(called)
                    && !saved.map(SavedSegment::id).equals(Optional.of(s.id())));
    name.setInvalid(taken);
    if (taken) {
      name.setErrorMessage(getTranslation("profile.segment.name.taken"));
      name.focus();
      return;
    }
    if (SegmentRule.nodes(rule).stream().noneMatch(SegmentRule.Row.class::isInstance)) {
      problem.setText(getTranslation("profile.segment.noRow"));
      return;
    }
    store(called, saved.map(SavedSegment::version).orElse(0));
  }

  /// Somebody else changed it: side by side, to choose from.
  private void differ(SavedSegment now, String called) {
    conflict.removeAll();
    conflict.add(
        new SegmentDifference(
            services,
            now,
            called,
            rule,
            formats(),
            this::take,
            () -> store(called, now.version())));
  }

  private void store(String called, int version) {
    try {
      SavedSegment now =
          saved
              .map(s -> segments.change(s.id(), version, called, owner(s), rule))
              .orElseGet(() -> segments.create(called, rule));
      boolean isNew = saved.isEmpty();
      saved = Optional.of(now);
      Notification.show(getTranslation("profile.segment.saved", called));
      if (isNew) {
        getUI().ifPresent(ui -> ui.navigate(SegmentPage.address(now.id())));
      } else {
        address();
        show();
      }
    } catch (VersionConflict changed) {
      saved.flatMap(s -> segments.find(s.id())).ifPresent(now -> differ(now, called));
    } catch (IllegalArgumentException refused) {
      problem.setText(
          segments.warnings(rule, saved.map(SavedSegment::id)).stream()
              .filter(SegmentWarning::refused)
              .findFirst()
              .map(w -> SegmentTexts.say(w.text(), getLocale()))
              .orElse(String.valueOf(refused.getMessage())));
    }
  }

  /// Go on from a version: theirs after a conflict, or a former one.
  private void take(SavedSegment version) {
    saved = segments.find(version.id());
    rule = version.rule();
    name.setValue(version.name());
    owners(version.owner());
    address();
    show();
  }

  private void deleted() {
    getUI().ifPresent(ui -> ui.navigate(SegmentsPage.PATH));
  }

  /// Keep what is not saved in the address.
  private void address() {
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (isChanged() && (saved.isPresent() || !rule.equals(SegmentRule.everybody()))) {
      String json = segments.write(rule);
      if (json.length() <= LONGEST_ADDRESS) {
        query.put(RULE, List.of(json));
      }
    }
    if (!name.getValue().isBlank()
        && !saved.map(SavedSegment::name).equals(Optional.of(name.getValue()))) {
      query.put(NAME, List.of(name.getValue()));
    }
    saved
        .filter(s -> !s.owner().equals(owner(s)))
        .ifPresent(s -> query.put(OWNER, List.of(owner(s))));
    if (!members.opened().isEmpty()) {
      query.put(MEMBER, List.of(members.opened()));
    }
    String path = SegmentPage.address(saved.map(SavedSegment::id).orElse(SegmentPage.NEW));
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(null, new Location(path, new QueryParameters(query))));
  }

  @Override
  public ViewState save() {
    return new ViewState(
        Map.of(
            RULE,
            segments.write(rule),
            NAME,
            name.getValue(),
            OWNER,
            Optional.ofNullable(owner.getValue()).orElse(""),
            MEMBER,
            members.opened()));
  }

  @Override
  public void restore(ViewState state) {
    state.get(RULE).ifPresent(this::read);
    state.get(NAME).ifPresent(name::setValue);
    state.get(OWNER).ifPresent(this::owners);
    state.get(MEMBER).ifPresent(members::open);
    show();
  }
}
