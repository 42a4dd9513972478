package org.marquetry.ui.api;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.marquetry.shop.api.Words;

/// Tells why something that a button does was refused.
public final class Told {
  private static final int SHOWN_MILLIS = 8_000;

  private Told() {}

  /// Do it; what is refused is said on the page.
  ///
  /// @param page in whose language it is said
  public static void when(Component page, Runnable act) {
    try {
      act.run();
    } catch (IllegalArgumentException | IllegalStateException refused) {
      say(
          page.getTranslation(
              "shell.refused", Words.of(refused).in(page.getUI().orElseThrow().getLocale())));
    }
  }

  private static void say(String text) {
    Notification said = Notification.show(text, SHOWN_MILLIS, Notification.Position.MIDDLE);
    said.addThemeVariants(NotificationVariant.LUMO_ERROR);
    said.setAssertive(true);
  }
}
