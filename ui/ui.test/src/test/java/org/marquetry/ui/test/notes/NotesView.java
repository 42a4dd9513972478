package org.marquetry.ui.test.notes;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Map;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;
import org.osgi.framework.FrameworkUtil;

/// A page that tells its bundle's version and keeps what was typed.
public final class NotesView extends VerticalLayout implements LocaleChangeObserver, Stateful {
  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MILLIS = 3000; // a swap fits into it

  private final H1 title = new H1();
  private final TextField note = new TextField();
  private final TextField filter = new TextField(); // acts once its reader pauses for long
  private final Span filtered = new Span();

  public NotesView() {
    title.setId("notes-title");
    note.setId("note");
    filter.setId("filter");
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.setValueChangeTimeout(PAUSE_MILLIS);
    filter.addValueChangeListener(e -> filtered.setText(e.getValue()));
    filtered.setId("filtered");
    add(title, note, filter, filtered);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(
        getTranslation("notes.title")
            + " "
            + FrameworkUtil.getBundle(NotesView.class).getVersion());
    note.setLabel(getTranslation("notes.note"));
    filter.setAriaLabel(getTranslation("notes.note"));
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of("note", note.getValue(), "filter", filter.getValue()));
  }

  @Override
  public void restore(ViewState state) {
    note.setValue(state.get("note").orElse(""));
    filter.setValue(state.get("filter").orElse(""));
  }
}
