package org.marquetry.ui.test.notes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.marquetry.lib.echarts.Chart;
import org.marquetry.ui.api.PanelContribution;
import tools.jackson.databind.json.JsonMapper;

/// A panel on the home page.
@org.osgi.service.component.annotations.Component
public final class NotesPanel implements PanelContribution {
  @Override
  public String place() {
    return "home";
  }

  @Override
  public String titleKey() {
    return "notes.title";
  }

  @Override
  public String permission() {
    return "copy.read";
  }

  @Override
  public Component create(String subject) {
    Span count = new Span("3");
    count.setId("notes-panel");
    Chart chart = new Chart("3, 1, 2");
    chart.setHeight("12rem");
    chart.setOption(
        JsonMapper.shared()
            .readTree(
                "{\"xAxis\": {\"type\": \"category\"}, \"yAxis\": {}, \"series\": [{\"type\": \"line\", \"data\": [3, 1, 2]}]}"));
    return new Div(count, chart);
  }
}
