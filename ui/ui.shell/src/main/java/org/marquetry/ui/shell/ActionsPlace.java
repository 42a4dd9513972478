package org.marquetry.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.ActionContribution;

/// The actions of a place as buttons; those that do not fit are in a menu.
final class ActionsPlace extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;

  private final transient Actions actions;
  private final String place;
  private final String subject;
  private transient @Nullable UI ui;
  private transient Actor actor = Actor.current();

  ActionsPlace(Actions actions, String place, String subject) {
    this.actions = actions;
    this.place = place;
    this.subject = subject;
    addClassName("shell-actions");
  }

  boolean shows(String other) {
    return place.equals(other);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    ui = event.getUI();
    actor = Actor.current();
    actions.opened(this);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    actions.closed(this);
    ui = null;
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    fill();
  }

  /// Show what there is now; may be called by any thread.
  void refill() {
    UI open = ui;
    if (open != null) {
      actor.run(() -> {
        var _ = open.access(() -> actor.run(this::fill));
      });
    }
  }

  private void fill() {
    removeAll();
    List<ActionContribution> all = actions.of(place, actor);
    setVisible(!all.isEmpty());
    if (!all.isEmpty()) {
      MenuBar bar = new MenuBar();
      bar.setI18n(new MenuBar.MenuBarI18n().setMoreOptions(getTranslation("shell.actions.more")));
      all.forEach(a -> bar.addItem(getTranslation(a.titleKey()), event -> a.run(subject)));
      add(bar);
    }
  }
}
