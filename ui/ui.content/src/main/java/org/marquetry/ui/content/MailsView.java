package org.marquetry.ui.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.marquetry.copy.api.SavedMailDesign;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.SavedLists;
import org.marquetry.ui.api.Told;

/// The mail designs, and the deleted ones with the way back.
final class MailsView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final transient MailServices services;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button add = new Button();
  private final LivePart<List<SavedMailDesign>> list = new LivePart<>(this::list);
  private final LivePart<List<SavedMailDesign>> deleted = new LivePart<>(this::deleted);

  /// What the page shows.
  private record Look(List<SavedMailDesign> designs, List<SavedMailDesign> deleted) {}

  MailsView(MailServices services) {
    this.services = services;
    setId("mails");
    about.addClassName("shell-subtitle");
    add.setId("add-mail");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.setVisible(MailServices.mayWrite());
    add.addClickListener(e ->
        new NewMailDialog(
                services,
                saved -> getUI().ifPresent(ui -> ui.navigate(MailPage.address(saved.id()))))
            .open());
    Div head = new Div(new Div(title, about), add);
    head.addClassName("shell-head");
    Div place = new Div(list, deleted);
    place.addClassName("mq-whole");
    add(head, place);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  private Look look() {
    return new Look(services.designs().list(), services.designs().deleted());
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("content.mails"));
    about.setText(getTranslation("content.mails.about"));
    add.setText(getTranslation("content.mail.new"));
    show(look());
  }

  private void show(Look look) {
    list.show(look.designs);
    deleted.show(look.deleted);
  }

  private List<Component> list(List<SavedMailDesign> designs) {
    if (designs.isEmpty()) {
      return List.of(Lists.empty(this, "no-mails", "envelope-o", "content.mails.empty"));
    }
    Formats formats = services.formats(getLocale());
    UnaryOperator<String> names = services.colleagues().names(getLocale());
    Grid<SavedMailDesign> grid = Lists.grid("mail-grid");
    grid.addComponentColumn(s -> Lists.link(MailPage.address(s.id()), s.name()))
        .setHeader(getTranslation("content.mail.name"))
        .setWidth("9rem")
        .setFlexGrow(2);
    Grid.Column<SavedMailDesign> languages =
        grid.addColumn(s -> String.join(", ", s.design().languages()))
            .setHeader(getTranslation("content.mail.languages"));
    grid.addColumn(s -> formats.dateTime(s.at())).setHeader(getTranslation("content.when"));
    Grid.Column<SavedMailDesign> by =
        grid.addColumn(s -> names.apply(s.by())).setHeader(getTranslation("content.by"));
    Lists.inWideWindows(grid, languages, by);
    grid.setItems(designs);
    return List.of(grid);
  }

  private List<Component> deleted(List<SavedMailDesign> gone) {
    return new SavedLists<SavedMailDesign>(
            this,
            services.formats(getLocale()),
            services.colleagues().names(getLocale()),
            MailServices.mayWrite(),
            s -> {
              Told.when(this, () -> services.designs().restore(s.id(), s.version()));
              show(look());
            })
        .deleted(getTranslation("content.mails.deleted"), gone, MailPage::address);
  }
}
