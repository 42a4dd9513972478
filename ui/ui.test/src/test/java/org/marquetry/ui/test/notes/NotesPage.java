package org.marquetry.ui.test.notes;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;

/// The page as a contribution.
@org.osgi.service.component.annotations.Component
public final class NotesPage implements ViewContribution {
  @Override
  public String path() {
    return "notes";
  }

  @Override
  public Section section() {
    return Section.CONTENT;
  }

  @Override
  public String titleKey() {
    return "notes.title";
  }

  @Override
  public String icon() {
    return "vaadin:notebook";
  }

  @Override
  public String permission() {
    return "copy.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return NotesView.class;
  }

  @Override
  public Component create() {
    return new NotesView();
  }
}
