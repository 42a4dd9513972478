package org.marquetry.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;

/// The panels of a place, as long as the page is open.
final class PanelsPlace extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;

  private final transient Panels panels;
  private final String place;
  private final String subject;
  private final transient Supplier<? extends Component> empty;
  private transient Panels.@Nullable Open open;

  PanelsPlace(Panels panels, String place, String subject, Supplier<? extends Component> empty) {
    this.panels = panels;
    this.place = place;
    this.subject = subject;
    this.empty = empty;
    addClassName("shell-panels");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    open = panels.show(place, subject, this, event.getUI(), Actor.current(), empty);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    if (open != null) {
      open.fill();
    }
  }
}
