package org.marquetry.ui.test.notes;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Map;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;
import org.osgi.framework.FrameworkUtil;

/// A page that tells its bundle's version and keeps what was typed.
public final class NotesView extends VerticalLayout implements LocaleChangeObserver, Stateful {
  private static final long serialVersionUID = 1L;

  private final H1 title = new H1();
  private final TextField note = new TextField();

  public NotesView() {
    title.setId("notes-title");
    note.setId("note");
    add(title, note);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(
        getTranslation("notes.title")
            + " "
            + FrameworkUtil.getBundle(NotesView.class).getVersion());
    note.setLabel(getTranslation("notes.note"));
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of("note", note.getValue()));
  }

  @Override
  public void restore(ViewState state) {
    note.setValue(state.get("note").orElse(""));
  }
}
