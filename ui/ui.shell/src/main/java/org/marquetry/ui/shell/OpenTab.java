package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewContribution;
import org.marquetry.ui.api.ViewState;

/// One browser tab, and what it does when the page it shows is replaced, goes, or comes back.
final class OpenTab implements Views.Tab {
  /// What a page that went had kept.
  private record Kept(String path, ViewState state) {}

  private final MainLayout layout;
  private final UI ui;
  private final Actor actor = Actor.current();

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
      open(state());
      TypedText.restore(ui);
    }
  }

  @Override
  public void gone(String path, Class<?> former) {
    if (shows(former)) {
      ComponentUtil.setData(ui, Kept.class, new Kept(path, state())); // outlives this layout
      here(); // to AwayView, by the router: it would keep the page's component otherwise
    }
  }

  @Override
  public void came(ViewContribution view) {
    if (layout.getContent() instanceof AwayView away
        && new PathTemplate(view.path()).matches(away.path())) {
      Kept kept = ComponentUtil.getData(ui, Kept.class);
      boolean ours = kept != null && kept.path.equals(view.path());
      open(ours ? kept.state : ViewState.empty());
      ComponentUtil.setData(ui, Kept.class, null);
      TypedText.restore(ui);
    }
  }

  private ViewState state() {
    return layout.getContent() instanceof Stateful s ? s.save() : ViewState.empty();
  }

  private boolean shows(Class<?> type) {
    Component content = layout.getContent();
    return content != null && content.getClass() == type;
  }

  private void open(ViewState state) {
    here();
    if (layout.getContent() instanceof Stateful s) {
      s.restore(state);
    }
  }

  /// Route the address that the tab shows anew.
  private void here() {
    Location location = ui.getInternals().getActiveViewLocation();
    ui.navigate(location.getPath(), location.getQueryParameters());
  }
}
