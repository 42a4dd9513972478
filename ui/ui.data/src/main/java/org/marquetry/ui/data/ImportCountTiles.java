package org.marquetry.ui.data;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.marquetry.data.api.ImportCounts;

/// New, changed, skipped and bad rows in big numbers; they add up to the first one.
final class ImportCountTiles extends Div {
  private static final long serialVersionUID = 1L;

  ImportCountTiles() {
    setId("counts");
    addClassName("mq-tiles");
  }

  /// @param loaded whether it was done or would be done
  void show(ImportCounts counts, boolean loaded, ImportWords words) {
    removeAll();
    Map<String, Long> tiles = new LinkedHashMap<>();
    tiles.put("rows", counts.rows());
    tiles.put("added", counts.added());
    tiles.put("changed", counts.changed());
    tiles.put("skipped", counts.skipped());
    tiles.put("bad", counts.bad());
    tiles.forEach((name, count) -> {
      Span label = new Span(words.text("data.counts." + name));
      label.addClassName("mq-label");
      Span value = new Span(words.formats().number(count));
      value.addClassName("mq-value");
      value.setId("count-" + name);
      Span note = new Span(words.text("data.counts." + name + (loaded ? ".did" : ".would")));
      note.addClassName("mq-note");
      Div tile = new Div(label, value, note);
      tile.addClassName("mq-tile");
      if (name.equals("bad") && count > 0) {
        tile.addClassName("mq-warned");
      }
      add(tile);
    });
  }
}
