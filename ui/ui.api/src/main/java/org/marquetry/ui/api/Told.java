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
  /// @return whether it was done
  public static boolean when(Component page, Runnable act) {
    try {
      act.run();
      return true;
    } catch (IllegalArgumentException | IllegalStateException refused) {
      refused(page, refused);
      return false;
    }
  }

  /// Say on the page why something was refused.
  public static void refused(Component page, RuntimeException why) {
    String text =
        page.getTranslation(
            "shell.refused", Words.of(why).in(page.getUI().orElseThrow().getLocale()));
    Notification said = Notification.show(text, SHOWN_MILLIS, Notification.Position.MIDDLE);
    said.addThemeVariants(NotificationVariant.LUMO_ERROR);
    said.setAssertive(true);
  }
}
