package org.marquetry.ui.data;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.data.api.Sources;
import org.marquetry.data.api.Sources.Feed;
import org.marquetry.data.api.Sources.Place;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;

/// Adds or changes a source; the meaning of a column stands on a line, such as `knr = customer`.
final class SourceDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final String DAILY = "0 6 * * *";

  private final transient Sources sources;
  private final transient Optional<Source> before;
  private final transient Runnable done;
  private final TextField name = new TextField();
  private final Select<Place> place = new Select<>();
  private final TextField where = new TextField();
  private final TextField pattern = new TextField();
  private final TextField cron = new TextField();
  private final TextField role = new TextField();
  private final TextArea columns = new TextArea();

  SourceDialog(Sources sources, Optional<Source> before, Runnable done) {
    super(
        before.isEmpty() ? "data.sources.add" : "data.script.change",
        before.isEmpty() ? "data.sources.add" : "data.script.save");
    this.sources = sources;
    this.before = before;
    this.done = done;
    label(name, "name");
    label(where, "where");
    label(pattern, "pattern");
    label(cron, "cron");
    label(role, "role");
    place.setId("source-place");
    place.setLabel(getTranslation("data.sources.place"));
    place.setItems(Place.values());
    place.setItemLabelGenerator(
        p -> getTranslation("data.sources.place." + (p == Place.FOLDER ? "folder" : "address")));
    place.setValue(Place.FOLDER);
    place.setWidthFull();
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

  private void show(Feed feed) {
    name.setValue(feed.name());
    place.setValue(feed.place());
    where.setValue(feed.where());
    pattern.setValue(feed.pattern());
    cron.setValue(feed.cron());
    role.setValue(feed.role().orElse(""));
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
                new Words(
                    "列须写成 名称 = 含义，而不是 " + line, "a column is NAME = MEANING, got " + line));
          }
          meanings.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
        });
    return meanings;
  }

  @Override
  void submit() {
    Feed feed =
        new Feed(
            name.getValue().strip(),
            place.getValue(),
            where.getValue().strip(),
            pattern.getValue().strip(),
            cron.getValue().strip(),
            Optional.of(role.getValue().strip()).filter(r -> !r.isEmpty()),
            meanings(columns.getValue()));
    if (before.isPresent()) {
      sources.change(before.get().id(), feed);
    } else {
      sources.add(feed);
    }
    done.run();
  }
}
