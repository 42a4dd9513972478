package org.marquetry.ui.test.notes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import org.marquetry.ui.api.PanelContribution;

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
    Span panel = new Span("3");
    panel.setId("notes-panel");
    return panel;
  }
}
