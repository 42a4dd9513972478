package org.marquetry.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.io.EOFException;
import java.io.IOException;
import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person sees when something that a page did failed: a sentence; the log has the rest.
final class Faults implements ErrorHandler {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(Faults.class);
  private static final int SHOWN_MILLIS = 8000;

  @Override
  public void error(ErrorEvent event) {
    if (closed(event.getThrowable())) {
      log.debug("A browser left in the middle of an answer", event.getThrowable());
      return;
    }
    log.error("An action on a page failed", event.getThrowable());
    UI ui = UI.getCurrent();
    if (ui != null) {
      Notification note =
          new Notification(
              ui.getTranslation("shell.fault." + reason(event.getThrowable())), SHOWN_MILLIS);
      note.addThemeVariants(NotificationVariant.LUMO_ERROR);
      note.open();
    }
  }

  /// Nothing failed but the connection: the tab was closed or loaded anew.
  private static boolean closed(Throwable thrown) {
    return thrown instanceof EOFException
        || (thrown instanceof IOException && "Broken pipe".equals(thrown.getMessage()));
  }

  /// Which text tells a person what happened.
  static String reason(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof PermissionDenied) {
        return "denied";
      }
      if (t instanceof ProviderMissing) {
        return "away";
      }
    }
    return "unexpected";
  }
}
