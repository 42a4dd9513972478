package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewContribution;
import org.marquetry.ui.api.ViewState;

/// One browser tab, and what it does when the page it shows is replaced, goes, or comes back.
final class OpenTab implements Views.Tab {
  private final MainLayout layout;
  private final UI ui;
  private final Actor actor = Actor.current();
  private ViewState kept = ViewState.empty();

  OpenTab(MainLayout layout, UI ui) {
    this.layout = layout;
    this.ui = ui;
  }

  @Override
  public UI ui() {
    return ui;
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public void refresh() {
    layout.refresh();
  }

  @Override
  public void replaced(ViewContribution successor, Class<?> former) {
    if (shows(former)) {
      open(successor, state());
    }
  }

  @Override
  public void gone(String path, Class<?> former) {
    if (shows(former)) {
      kept = state();
      layout.setContent(new AwayView(layout.views()).at(path));
    }
  }

  @Override
  public void came(ViewContribution view) {
    if (layout.getContent() instanceof AwayView away && away.path().equals(view.path())) {
      open(view, kept);
      kept = ViewState.empty();
    }
  }

  private ViewState state() {
    return layout.getContent() instanceof Stateful s ? s.save() : ViewState.empty();
  }

  private boolean shows(Class<?> type) {
    Component content = layout.getContent();
    return content != null && content.getClass() == type;
  }

  private void open(ViewContribution view, ViewState state) {
    ui.navigate(view.viewType());
    if (layout.getContent() instanceof Stateful s) {
      s.restore(state);
    }
  }
}
