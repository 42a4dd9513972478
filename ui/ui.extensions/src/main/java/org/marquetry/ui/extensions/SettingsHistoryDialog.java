package org.marquetry.ui.extensions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marquetry.settings.api.Settings.Change;
import org.marquetry.settings.api.SettingsField;
import org.marquetry.settings.api.SettingsGroup;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.Told;

/// Who set what of a component when, and the way back to it.
final class SettingsHistoryDialog extends Dialog {
  private static final long serialVersionUID = 1L;

  private final transient SettingsPage.Services services;
  private final transient SettingsGroup group;
  private final transient Runnable done;

  SettingsHistoryDialog(
      SettingsPage.Services services, SettingsGroup group, boolean may, Runnable done) {
    this.services = services;
    this.group = group;
    this.done = done;
    setHeaderTitle(getTranslation("extensions.settings.history.title", group.title()));
    setWidth("48rem");
    List<Change> changes = services.settings().history(group.component());
    if (changes.isEmpty()) {
      add(Lists.none(getTranslation("extensions.settings.history.none")));
    } else {
      add(grid(changes, may));
    }
    Button close = new Button(getTranslation("extensions.settings.close"), _ -> close());
    close.setId("close");
    getFooter().add(close);
  }

  private Grid<Change> grid(List<Change> changes, boolean may) {
    Formats formats = new Formats(getLocale(), services.zone().zone());
    UnaryOperator<String> names = services.colleagues().names(getLocale());
    Grid<Change> grid = Lists.grid("settings-changes");
    grid.addColumn(c -> formats.dateTime(c.at()))
        .setHeader(getTranslation("extensions.settings.when"));
    grid.addColumn(c -> names.apply(c.by())).setHeader(getTranslation("extensions.settings.by"));
    grid.addColumn(this::words)
        .setHeader(getTranslation("extensions.settings.values"))
        .setFlexGrow(3);
    if (may) {
      grid.addComponentColumn(c ->
              c.equals(changes.getFirst())
                  ? new Span(getTranslation("extensions.settings.current"))
                  : Lists.action(
                      getTranslation("extensions.settings.restore"),
                      formats.dateTime(c.at()),
                      () -> restore(c)))
          .setHeader(getTranslation("extensions.settings.actions"));
    }
    grid.setItems(changes);
    return grid;
  }

  private String words(Change change) {
    if (change.values().isEmpty()) {
      return getTranslation("extensions.settings.all.usual");
    }
    Map<String, String> names =
        group.fields().stream()
            .collect(Collectors.toMap(SettingsField::key, SettingsField::name, (a, _) -> a));
    return change.values().entrySet().stream()
        .map(e ->
            getTranslation(
                "extensions.settings.value",
                names.getOrDefault(e.getKey(), e.getKey()),
                String.join(", ", e.getValue())))
        .collect(Collectors.joining("; "));
  }

  private void restore(Change change) {
    if (Told.when(this, () -> services.settings().restore(group.component(), change.number()))) {
      close();
      done.run();
    }
  }
}
