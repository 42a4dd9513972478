package org.marquetry.ui.data;

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
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.Sources;
import org.marquetry.data.api.Sources.Feed;
import org.marquetry.data.api.Sources.Held;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// The columns of the newest file that waits beside what they were until now, with a guess that can
/// be corrected; a dry run; and the way on, for all files that wait. The address holds what was
/// corrected.
final class HeldView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final String WRITE = "data.configure";

  private final transient Sources sources;
  private final transient ImportServices services;
  private final transient Imports imports;
  private String id = "";
  private transient ImportEdit edit = ImportEdit.NONE;
  private transient Optional<Waiting> shown = Optional.empty();

  private final Anchor back = new Anchor("", "");
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Paragraph problem = new Paragraph();
  private final Div progress = new Div();
  private final Paragraph verdict = new Paragraph();
  private final ImportCountTiles counts = new ImportCountTiles();
  private final H2 mappingTitle = new H2();
  private final ImportMappingTable table =
      new ImportMappingTable((position, meaning) -> change(edit.withColumn(position, meaning)));
  private final Div mapping = new Div(mappingTitle, table);
  private final Button check = new Button();
  private final Button go = new Button();

  /// @param status of the newest file that waits
  private record Waiting(Source source, Held held, ImportStatus status) {
    String file() {
      return held.runs().getLast().file();
    }
  }

  HeldView(Sources sources, ImportServices services) {
    this.sources = sources;
    this.services = services;
    imports = services.imports();
    setId("held");
    back.getElement().setAttribute("router-link", true);
    about.setId("held-about");
    about.addClassName("shell-subtitle");
    problem.setId("problem");
    problem.addClassName("shell-bad");
    problem.getElement().setAttribute("role", "alert");
    verdict.setId("verdict");
    progress.addClassNames("shell-panel", "mq-whole");
    mapping.addClassNames("shell-panel", "mq-whole");
    check.setId("check");
    check.setDisableOnClick(true);
    check.addClickListener(
        e -> shown.ifPresent(w -> tried(() -> imports.check(w.status.id(), mapping(w)))));
    go.setId("go");
    go.setDisableOnClick(true);
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.addClickListener(e -> shown.ifPresent(w -> tried(() -> go(w))));
    Div actions = new Div(check, go);
    actions.addClassName("mq-tools");
    Div head = new Div(new Div(new Nav(back), title, about), actions);
    head.addClassName("shell-head");
    add(head, problem, progress, verdict, counts, mapping);
    services.live().watch(this, PERIOD, this::look, this::news);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get(HeldPage.PARAMETER).orElse("");
    edit = ImportEdit.of(event.getLocation().getQueryParameters());
    back.setHref("sources/" + id);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("data.sources")));
    title.setText(getTranslation("data.held"));
    mappingTitle.setText(getTranslation("data.held.mapping"));
    check.setText(getTranslation("data.check"));
    show(look());
  }

  /// Empty when nothing waits (any more).
  private Optional<Waiting> look() {
    Optional<Source> source =
        sources.list().stream()
            .filter(s -> s.id().equals(id) && s.removedAt().isEmpty())
            .findFirst();
    Optional<Held> held = source.flatMap(s -> sources.held(id));
    return held.flatMap(h -> h.runs().getLast().importId())
        .flatMap(imports::status)
        .filter(ImportStatus::sourceKept)
        .map(status -> new Waiting(source.orElseThrow(), held.orElseThrow(), status));
  }

  private void news(Optional<Waiting> now) {
    if (!now.equals(shown)) {
      show(now);
    }
  }

  private void show(Optional<Waiting> now) {
    shown = now;
    List.of(progress, verdict, counts, mapping).forEach(p -> p.setVisible(false));
    List.of(check, go).forEach(b -> b.setVisible(now.isPresent()));
    if (now.isEmpty()) {
      title.setText(getTranslation("data.held"));
      about.setText(getTranslation("data.held.none"));
      return;
    }
    Waiting waiting = now.get();
    List<Run> runs = waiting.held.runs();
    title.setText(getTranslation("data.held.title", waiting.source.feed().name()));
    about.setText(
        waiting.file()
            + " · "
            + runs.getLast().words().map(w -> w.in(getLocale())).orElse("")
            + " · "
            + getTranslation("data.held.files", runs.size(), names(runs)));
    boolean running = waiting.status.state().isRunning();
    go.setText(getTranslation("data.held.go", runs.size()));
    check.setEnabled(!running);
    go.setEnabled(!running);
    go.setVisible(Actor.current().may(WRITE));
    progress(waiting.status);
    counted(waiting.status);
    mapping(waiting, running);
  }

  private static String names(List<Run> runs) {
    return runs.stream().map(Run::file).collect(Collectors.joining(", "));
  }

  private void progress(ImportStatus status) {
    progress.setVisible(status.state().isRunning());
    progress.removeAll();
    if (progress.isVisible()) {
      ProgressBar bar = new ProgressBar(0, 1, Math.clamp(status.done(), 0, 1));
      bar.getElement().setAttribute("aria-label", getTranslation("data.progress"));
      Button cancel =
          new Button(getTranslation("data.cancel"), e -> tried(() -> imports.cancel(status.id())));
      cancel.setId("cancel");
      progress.add(bar, cancel);
    }
  }

  private void counted(ImportStatus status) {
    boolean failed = status.state() == ImportState.FAILED;
    counts.setVisible(status.state() == ImportState.CHECKED);
    verdict.setVisible(counts.isVisible() || failed);
    if (counts.isVisible()) {
      verdict.setText(getTranslation("data.verdict.checked"));
      counts.show(status.counts(), false, words());
    } else if (failed) {
      verdict.setText(
          status
              .problem()
              .map(p -> getTranslation("data.verdict.failed", words().what(p), words().remedy(p)))
              .orElseGet(() -> getTranslation("data.verdict.stopped")));
    }
  }

  private void mapping(Waiting waiting, boolean running) {
    mapping.setVisible(!running);
    if (running) {
      return;
    }
    ImportProposal proposal = imports.inspect(waiting.status.id(), mapping(waiting));
    problem.setText(
        proposal
            .unusable()
            .map(p -> getTranslation("data.unusable", words().what(p), words().remedy(p)))
            .orElse(""));
    check.setEnabled(proposal.unusable().isEmpty());
    go.setEnabled(proposal.unusable().isEmpty());
    List<String> meanings = imports.roles().getOrDefault(proposal.role(), List.of());
    table.show(proposal, meanings, waiting.held.known(), true, words());
  }

  /// What the source says, and over it what was corrected here.
  private ImportMapping mapping(Waiting waiting) {
    Feed feed = waiting.source.feed();
    ImportMapping.Builder all = ImportMapping.builder().role(feed.role().orElse(null));
    feed.columns().forEach(all::column);
    if (!edit.columns().isEmpty()) {
      ImportMapping before = all.build();
      imports
          .inspect(waiting.status.id(), before)
          .columns()
          .forEach(c ->
              Optional.ofNullable(edit.columns().get(c.position()))
                  .ifPresent(meaning -> all.column(c.name(), meaning)));
    }
    return all.build();
  }

  /// The columns are taken as they stand here, for this file and all that follow.
  private void go(Waiting waiting) {
    Map<String, String> columns = new LinkedHashMap<>();
    imports
        .inspect(waiting.status.id(), mapping(waiting))
        .columns()
        .forEach(c -> columns.put(c.name(), c.meaning()));
    sources.accept(id, columns);
    getUI().ifPresent(ui -> ui.navigate("sources/" + id));
  }

  /// Do it; what another tab changed meanwhile is shown as it is now.
  private void tried(Runnable act) {
    try {
      act.run();
    } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException changed) {
      problem.setText(getTranslation("data.import.changed"));
    }
    show(look());
  }

  private ImportWords words() {
    return new ImportWords(this, services.formats(getLocale()));
  }

  private void change(ImportEdit wanted) {
    edit = wanted;
    edit.keepIn(this, HeldPage.address(id));
    show(look());
  }

  @Override
  public ViewState save() {
    return edit.toState();
  }

  @Override
  public void restore(ViewState state) {
    ImportEdit.of(state)
        .ifPresent(former -> {
          edit = former;
          show(look());
        });
  }
}
