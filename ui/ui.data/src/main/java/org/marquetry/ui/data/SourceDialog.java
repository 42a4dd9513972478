package org.marquetry.ui.data;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.marquetry.data.api.Sources.Feed;
import org.marquetry.data.api.Sources.Place;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.InputDialog;

/// Adds or changes a source; the meaning of a column stands on a line, such as `knr = customer`.
final class SourceDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final String GUESS = ""; // the role
  private static final String DAILY = "0 6 * * *";

  private final transient SourcesPage.Services services;
  private final transient Optional<Source> before;
  private final transient Runnable done;
  private final TextField name = new TextField();
  private final Select<Place> place = new Select<>();
  private final TextField where = new TextField();
  private final TextField pattern = new TextField();
  private final TextField cron = new TextField();
  private final Select<String> role = new Select<>();
  private final TextArea columns = new TextArea();

  SourceDialog(SourcesPage.Services services, Optional<Source> before, Runnable done) {
    super(
        before.isEmpty() ? "data.sources.add" : "data.script.change",
        before.isEmpty() ? "data.sources.add" : "data.script.save");
    this.services = services;
    this.before = before;
    this.done = done;
    label(name, "name");
    label(where, "where");
    label(pattern, "pattern");
    label(cron, "cron");
    place.setId("source-place");
    place.setLabel(getTranslation("data.sources.place"));
    place.setItems(Place.values());
    place.setItemLabelGenerator(
        p -> getTranslation("data.sources.place." + (p == Place.FOLDER ? "folder" : "address")));
    place.setValue(Place.FOLDER);
    place.setWidthFull();
    role.setId("source-role");
    role.setLabel(getTranslation("data.sources.role"));
    role.setHelperText(getTranslation("data.sources.role.help"));
    role.setWidthFull();
    role(GUESS);
    columns.setId("source-columns");
    columns.setLabel(getTranslation("data.sources.columns"));
    columns.setHelperText(getTranslation("data.sources.columns.help"));
    columns.setWidthFull();
    cron.setValue(DAILY);
    before.map(Source::feed).ifPresent(this::show);
    add(name, place, where, pattern, cron, role, columns);
    messageBelow();
  }

  private void label(TextField field, String key) {
    field.setId("source-" + key);
    field.setLabel(getTranslation("data.sources." + key));
    field.setHelperText(getTranslation("data.sources." + key + ".help"));
  }

  /// Select a role; one that is not known is in the list all the same.
  private void role(String selected) {
    Set<String> roles = new LinkedHashSet<>(List.of(GUESS));
    roles.addAll(services.imports().roles().keySet());
    roles.add(selected);
    ImportWords words = new ImportWords(this, new Formats(getLocale(), services.zone().zone()));
    role.setItems(roles);
    role.setItemLabelGenerator(
        r -> r.equals(GUESS) ? getTranslation("data.sources.role.guess") : words.role(r));
    role.setValue(selected);
  }

  private void show(Feed feed) {
    name.setValue(feed.name());
    place.setValue(feed.place());
    where.setValue(feed.where());
    pattern.setValue(feed.pattern());
    cron.setValue(feed.cron());
    role(feed.role().orElse(GUESS));
    columns.setValue(lines(feed.columns()));
  }

  static String lines(Map<String, String> meanings) {
    StringBuilder lines = new StringBuilder();
    meanings.forEach(
        (column, meaning) -> lines.append(column).append(" = ").append(meaning).append('\n'));
    return lines.toString();
  }

  /// @throws IllegalArgumentException naming the line that is none
  static Map<String, String> meanings(String lines) {
    Map<String, String> meanings = new TreeMap<>();
    lines
        .lines()
        .filter(l -> !l.isBlank())
        .forEach(line -> {
          int at = line.lastIndexOf('=');
          if (at < 1 || line.substring(at + 1).isBlank()) {
            throw new Rejected(
                new Words("列须写成 名称 = 含义，而不是 " + line, "a column is NAME = MEANING, got " + line));
          }
          meanings.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
        });
    return meanings;
  }

  @Override
  protected void submit() {
    Feed feed =
        new Feed(
            name.getValue().strip(),
            place.getValue(),
            where.getValue().strip(),
            pattern.getValue().strip(),
            cron.getValue().strip(),
            Optional.of(role.getValue()).filter(r -> !r.equals(GUESS)),
            meanings(columns.getValue()));
    if (before.isPresent()) {
      services.sources().change(before.get().id(), feed);
    } else {
      services.sources().add(feed);
    }
    done.run();
  }
}
