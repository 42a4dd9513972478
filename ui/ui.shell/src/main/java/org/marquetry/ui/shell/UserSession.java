package org.marquetry.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.LogIn;
import org.marquetry.platform.api.gate.Actor;

/// Who is logged in in a browser session. The session holds only what [LogIn#renew] wants, so a
/// right that is taken away is away at the next request.
final class UserSession {
  private static final String KEY = "marquetry.session";

  private UserSession() {}

  /// Begin a session for a user; the session id changes, so that one planted before log-in is worth
  /// nothing.
  static void begin(LogIn.Result.Accepted accepted) {
    VaadinService.reinitializeSession(VaadinRequest.getCurrent());
    VaadinSession session = VaadinSession.getCurrent();
    session.setLocale(Locale.forLanguageTag(accepted.language()));
    session.getSession().setAttribute(KEY, accepted.session());
  }

  /// The actor of a request.
  static Optional<Actor> actor(@Nullable HttpSession session, LogIn logIn) {
    try {
      return session != null && session.getAttribute(KEY) instanceof LogIn.Session kept
          ? actor(kept, logIn)
          : Optional.empty();
    } catch (IllegalStateException ended) {
      return Optional.empty(); // by a request of another tab, a moment ago
    }
  }

  /// What the door keeps of the user of an open tab; call it with the tab's lock held.
  static Optional<LogIn.Session> kept(UI ui) {
    VaadinSession session = ui.getSession();
    WrappedSession wrapped = session == null ? null : session.getSession();
    return wrapped != null && wrapped.getAttribute(KEY) instanceof LogIn.Session kept
        ? Optional.of(kept)
        : Optional.empty();
  }

  /// The actor of a session, with the permissions of now; empty when the user is gone.
  static Optional<Actor> actor(LogIn.Session kept, LogIn logIn) {
    return Actor.SYSTEM.call(() -> logIn.renew(kept)).map(LogIn.Result.Accepted::actor);
  }

  static void end() {
    WrappedSession session = VaadinSession.getCurrent().getSession();
    if (session != null) {
      session.invalidate();
    }
  }
}
