package org.marquetry.ui.data;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.List;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.ui.api.FileDrop;
import org.marquetry.ui.api.Formats;

/// Hand over a file, and see all imports. It has no state but what is there.
final class ImportsView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final int MOST = 200;

  private final transient ImportServices services;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final FileDrop upload;
  private final ImportOwnShop ownShop;
  private final H2 historyTitle = new H2();
  private final Grid<ImportStatus> history = new Grid<>();
  private transient List<ImportStatus> shown = List.of();

  ImportsView(ImportServices services) {
    this.services = services;
    ImportUpload taker = new ImportUpload(services.imports());
    upload =
        new FileDrop(
                "data.import",
                Imports.MAX_BYTES,
                taker,
                () -> getUI().ifPresent(ui -> ui.navigate(ImportPage.address(taker.stored()))))
            .primary();
    upload.setId("upload");
    upload.setVisible(services.mayImport());
    ownShop = new ImportOwnShop(services.sample());
    setId("imports");
    about.addClassName("shell-subtitle");
    history.setId("import-grid");
    history.setSelectionMode(Grid.SelectionMode.NONE);
    history.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    history.setAllRowsVisible(true);
    Div list = new Div(historyTitle, history);
    list.addClassNames("shell-panel", "mq-whole");
    add(new Div(title, about), upload, ownShop, list);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  private List<ImportStatus> look() {
    return services.imports().list(0, MOST);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("data.imports"));
    about.setText(getTranslation("data.imports.about"));
    historyTitle.setText(getTranslation("data.imports.history"));
    upload.translate();
    ownShop.translate();
    columns(new ImportWords(this, services.formats(event.getLocale())));
    show(look());
  }

  private void columns(ImportWords words) {
    history.removeAllColumns();
    history
        .addComponentColumn(s -> link(s, words))
        .setHeader(getTranslation("data.imports.file"))
        .setWidth("11rem")
        .setFlexGrow(3);
    history
        .addComponentColumn(s -> words.state(s.state()))
        .setHeader(getTranslation("data.imports.state"))
        .setWidth("7.5rem")
        .setFlexGrow(1);
    history
        .addColumn(s -> s.role().map(words::role).orElse(Formats.UNKNOWN))
        .setHeader(getTranslation("data.imports.role"))
        .setWidth("7rem")
        .setFlexGrow(1);
    history
        .addColumn(words::counts)
        .setHeader(getTranslation("data.imports.rows"))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("9rem")
        .setFlexGrow(2);
    history
        .addColumn(s -> words.formats().dateTime(s.at()))
        .setHeader(getTranslation("data.imports.at"))
        .setWidth("11rem")
        .setFlexGrow(0);
    history.setEmptyStateText(getTranslation("data.imports.none"));
  }

  private static Anchor link(ImportStatus status, ImportWords words) {
    Anchor link = new Anchor(ImportPage.address(status.id()), status.name());
    link.getElement().setAttribute("router-link", true);
    link.getElement().setAttribute("title", words.size(status.bytes()));
    return link;
  }

  private void show(List<ImportStatus> now) {
    if (!now.equals(shown) || now.isEmpty()) {
      shown = now;
      history.setItems(now);
    }
  }
}
