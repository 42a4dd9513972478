package org.marquetry.ui.api;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.function.IntConsumer;

/// Tells parts of pages how wide the window is.
public final class WindowWidth {
  private WindowWidth() {}

  /// Tell the width of the window whenever the component is shown, and whenever it changes while it
  /// is. What listens at the window itself outlives its page: this lets go of it.
  ///
  /// @param told the width in pixels
  public static void follow(Component component, IntConsumer told) {
    component.addAttachListener(attached -> {
      Page page = attached.getUI().getPage();
      Registration resized = page.addBrowserWindowResizeListener(e -> told.accept(e.getWidth()));
      page.executeJs("return innerWidth").then(Integer.class, told::accept);
      component.addDetachListener(detached -> {
        detached.unregisterListener();
        resized.remove();
      });
    });
  }
}
