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
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// One import, from the file to its result and back. The address holds the import and what was
/// corrected of the guess.
final class ImportView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, HasDynamicTitle, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final transient ImportServices services;
  private final transient Imports imports;
  private String id = "";
  private transient ImportEdit edit = ImportEdit.NONE;
  private transient Optional<ImportStatus> shown = Optional.empty();
  private final transient ImportRest rest = new ImportRest();

  private final Anchor back = new Anchor(ImportsPage.PATH, "");
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Div progress = new Div();
  private final Paragraph problem = new Paragraph();
  private final ImportCountTiles counts = new ImportCountTiles();
  private final Paragraph verdict = new Paragraph();
  private final ImportBadRows bad;
  private final ImportOwnShop ownShop;
  private final Div findings = new Div();
  private final Div understanding = new Div();
  private final H2 understandingTitle = new H2();
  private final Paragraph format = new Paragraph();
  private final ImportFormatBar bar;
  private final ImportMappingTable table;
  private final Button check = new Button();
  private final Button start = new Button();
  private final Button undo = new Button();
  private final Button discard = new Button();

  ImportView(ImportServices services) {
    this.services = services;
    this.imports = services.imports();
    bad = new ImportBadRows(imports);
    ownShop = new ImportOwnShop(services.sample());
    bar = new ImportFormatBar((word, value) -> change(edit.with(word, value)));
    table =
        new ImportMappingTable((position, meaning) -> change(edit.withColumn(position, meaning)));
    setId("import");
    back.getElement().setAttribute("router-link", true);
    about.addClassName("shell-subtitle");
    problem.setId("problem");
    problem.addClassName("shell-bad");
    problem.getElement().setAttribute("role", "alert");
    verdict.setId("verdict");
    progress.setId("progress");
    progress.addClassNames("shell-panel", "mq-whole");
    format.setId("understood");
    format.addClassName("shell-subtitle");
    findings.setId("findings");
    findings.addClassNames("shell-panel", "mq-whole");
    buttons();
    Div actions = new Div(discard, undo, check, start);
    actions.addClassName("mq-tools");
    Div head = new Div(new Div(new Nav(back), title, about), actions);
    head.addClassName("shell-head");
    understanding.add(understandingTitle, format, bar, table);
    understanding.addClassNames("shell-panel", "mq-whole");
    add(head, problem, progress, verdict, counts, bad, findings, understanding, ownShop);
    services.live().watch(this, PERIOD, this::look, this::news);
  }

  private void buttons() {
    check.setId("check");
    check.addClickListener(e -> tried(() -> imports.check(id, edit.mapping())));
    start.setId("start");
    start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    start.addClickListener(e -> tried(() -> imports.start(id, edit.mapping())));
    undo.setId("undo");
    undo.addClickListener(e -> tried(this::askUndo));
    discard.setId("discard");
    discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    discard.addClickListener(e ->
        tried(() -> {
          imports.discard(id);
          getUI().ifPresent(ui -> ui.navigate(ImportsPage.PATH));
        }));
    List.of(check, start, undo, discard).forEach(b -> b.setDisableOnClick(true));
  }

  /// Do it; a state that another tab changed meanwhile is shown as it is now.
  private void tried(Runnable act) {
    try {
      act.run();
      problem.setText("");
    } catch (IllegalStateException | NoSuchElementException changed) {
      problem.setText(getTranslation("data.import.changed"));
    }
    show(look());
  }

  private void askUndo() {
    ImportStatus status = imports.status(id).orElseThrow();
    new ImportUndoDialog(
            status, imports.undoPreview(id), words(), () -> tried(() -> imports.undo(id)))
        .open();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get(ImportPage.PARAMETER).orElse("");
    edit = ImportEdit.of(event.getLocation().getQueryParameters());
    shown = look();
    if (edit.isNone() && shown.isPresent() && services.mayImport()) {
      edit = imports.mapping(id).map(ImportEdit::of).orElse(ImportEdit.NONE);
    }
  }

  private Optional<ImportStatus> look() {
    return id.isEmpty() ? Optional.empty() : imports.status(id);
  }

  @Override
  public String getPageTitle() {
    return shown.map(ImportStatus::name).orElseGet(() -> getTranslation("data.import.unknown"));
  }

  private ImportWords words() {
    return new ImportWords(this, services.formats(getLocale()));
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("data.imports")));
    understandingTitle.setText(getTranslation("data.mapping"));
    ownShop.translate();
    undo.setText(getTranslation("data.undo"));
    discard.setText(getTranslation("data.import.discard"));
    show(look());
  }

  private void news(Optional<ImportStatus> now) {
    if (!now.equals(shown)) {
      boolean sameRun =
          now.isPresent()
              && shown.isPresent()
              && now.get().state() == shown.get().state()
              && now.get().state().isRunning();
      shown = now;
      if (sameRun) {
        progress(now.get(), words());
      } else {
        show(now);
      }
    }
  }

  private void show(Optional<ImportStatus> now) {
    shown = now;
    ImportWords words = words();
    title.setText(getPageTitle());
    List.of(progress, verdict, counts, bad, findings, understanding)
        .forEach(p -> p.setVisible(false));
    List.of(check, start, undo, discard).forEach(b -> b.setVisible(false));
    if (now.isEmpty()) {
      about.setText(getTranslation("data.import.unknown.text"));
      return;
    }
    ImportStatus status = now.get();
    about.removeAll();
    about.add(
        words.state(status.state()),
        new Span(
            " "
                + words.size(status.bytes())
                + " · "
                + words.formats().dateTime(status.at())
                + " · "
                + getTranslation(
                    "data.import.by",
                    services.colleagues().names(getLocale()).apply(status.by()))));
    actions(status);
    progress(status, words);
    result(status, words);
    understood(status, words);
  }

  private void actions(ImportStatus status) {
    boolean open =
        services.mayImport()
            && status.sourceKept()
            && !status.state().isRunning()
            && status.state() != ImportState.UPLOADING
            && status.state() != ImportState.LOADED;
    check.setText(
        getTranslation(status.state() == ImportState.CHECKED ? "data.check.again" : "data.check"));
    start.setText(
        getTranslation(status.state() == ImportState.UNDONE ? "data.start.again" : "data.start"));
    check.setVisible(open);
    start.setVisible(open);
    undo.setVisible(services.mayImport() && status.isUndoable());
    discard.setVisible(services.mayImport() && !status.state().isRunning() && status.sourceKept());
    List.of(check, start, undo, discard).forEach(b -> b.setEnabled(true));
  }

  private void progress(ImportStatus status, ImportWords words) {
    progress.setVisible(status.state().isRunning() || status.state() == ImportState.UPLOADING);
    progress.removeAll();
    if (!progress.isVisible()) {
      rest.forget();
      return;
    }
    ProgressBar line = new ProgressBar(0, 1, Math.clamp(status.done(), 0, 1));
    line.setIndeterminate(status.state() == ImportState.UPLOADING);
    line.getElement().setAttribute("aria-label", getTranslation("data.progress"));
    OptionalLong seconds =
        rest.after(status.state() + " " + status.step(), status.done(), services.clock().instant());
    Span text =
        new Span(
            getTranslation(
                    "data.progress." + status.state().name().toLowerCase(java.util.Locale.ROOT))
                + status.step().map(s -> " · " + s.in(getLocale())).orElse("")
                + " · "
                + words.formats().percent(status.done())
                + (status.counts().rows() > 0
                    ? " · "
                        + getTranslation(
                            "data.progress.rows", words.formats().number(status.counts().rows()))
                    : "")
                + (seconds.isPresent() ? " · " + words.rest(seconds.getAsLong()) : ""));
    text.addClassName("mq-note");
    Div foot = new Div(text);
    foot.addClassName("shell-head");
    if (status.state() == ImportState.CHECKING || status.state() == ImportState.LOADING) {
      Button cancel =
          new Button(getTranslation("data.cancel"), e -> tried(() -> imports.cancel(id)));
      cancel.setId("cancel");
      foot.add(cancel);
    }
    progress.add(line, foot);
  }

  private void result(ImportStatus status, ImportWords words) {
    boolean loaded = status.state() == ImportState.LOADED || status.state() == ImportState.UNDONE;
    boolean counted = loaded || status.state() == ImportState.CHECKED;
    verdict.setVisible(counted || status.state() == ImportState.FAILED);
    verdict.setText(
        counted
            ? getTranslation("data.verdict." + CatalogueState.word(status.state()))
            : status
                .problem()
                .map(p -> getTranslation("data.verdict.failed", words.what(p), words.remedy(p)))
                .orElseGet(() -> getTranslation("data.verdict.stopped")));
    counts.setVisible(counted);
    if (counted) {
      counts.show(status.counts(), loaded, words);
      if (services.mayImport()) {
        bad.show(id, status, loaded, words);
      }
      findings(status, words);
    }
  }

  /// What was put right or looks odd; what was left out stands in its own table.
  private void findings(ImportStatus status, ImportWords words) {
    findings.removeAll();
    List<org.marquetry.data.api.Finding> others =
        status.findings().stream()
            .filter(f -> f.kind() != org.marquetry.data.api.Finding.Kind.REJECTED)
            .toList();
    findings.setVisible(!others.isEmpty());
    if (others.isEmpty()) {
      return;
    }
    com.vaadin.flow.component.html.UnorderedList list =
        new com.vaadin.flow.component.html.UnorderedList();
    others.forEach(f ->
        list.add(
            new com.vaadin.flow.component.html.ListItem(
                getTranslation(
                    f.column().isPresent() ? "data.finding.column" : "data.finding",
                    f.rows(),
                    words.formats().number(f.rows()),
                    words.reason(f.code(), f.meaning()),
                    f.column().orElse("")))));
    findings.add(new H2(getTranslation("data.findings")), list);
  }

  private void understood(ImportStatus status, ImportWords words) {
    boolean readable =
        services.mayImport()
            && status.sourceKept()
            && status.state() != ImportState.UPLOADING
            && !status.state().isRunning();
    understanding.setVisible(readable);
    if (!readable) {
      return;
    }
    ImportProposal proposal = imports.inspect(id, edit.mapping());
    proposal
        .unusable()
        .ifPresent(
            p -> problem.setText(getTranslation("data.unusable", words.what(p), words.remedy(p))));
    if (proposal.unusable().isEmpty()) {
      problem.setText("");
    }
    start.setEnabled(proposal.unusable().isEmpty());
    check.setEnabled(proposal.unusable().isEmpty());
    format.setText(
        words.format(proposal)
            + " · "
            + words.role(proposal.role())
            + ": "
            + words.confidence(proposal.confidence()));
    Map<String, List<String>> roles = imports.roles();
    boolean editable = status.state() != ImportState.LOADED;
    bar.setVisible(editable);
    bar.show(proposal, roles.keySet(), edit, words);
    table.show(proposal, roles.getOrDefault(proposal.role(), List.of()), Map.of(), editable, words);
  }

  private void change(ImportEdit wanted) {
    edit = wanted;
    edit.keepIn(this, ImportPage.address(id));
    look().ifPresent(s -> understood(s, words()));
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
