package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.LogIn;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.platform.api.time.Timers.Timer;
import org.marquetry.ui.api.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Looks by the platform's timers; a tab that closes takes its timers away, and so does a user who
/// was removed.
@org.osgi.service.component.annotations.Component
public final class TimedLive implements Live {
  private static final Logger log = LoggerFactory.getLogger(TimedLive.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Timers timers;
  private final LogIn logIn;

  @Activate
  public TimedLive(@Reference Timers timers, @Reference LogIn logIn) {
    this.timers = timers;
    this.logIn = logIn;
  }

  @Override
  public <T> void watch(Component component, Duration period, Supplier<T> look, Consumer<T> show) {
    if (period.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("period must be at least 1 s, got " + period);
    }
    Watch<T> watch = new Watch<>(component, period, look, show);
    component.addAttachListener(e -> watch.start(e.getUI()));
    component.addDetachListener(e -> watch.stop()); // also when a session ends by itself
    component.getUI().ifPresent(watch::start);
  }

  /// Looks while the component is attached, and the pushes that may follow.
  private final class Watch<T> {
    private final Component component;
    private final Duration period;
    private final Supplier<T> look;
    private final Consumer<T> show;
    private @Nullable Timer timer; // guarded by this
    private volatile @Nullable T shown;
    private volatile boolean failing;

    Watch(Component component, Duration period, Supplier<T> look, Consumer<T> show) {
      this.component = component;
      this.period = period;
      this.look = look;
      this.show = show;
    }

    synchronized void start(UI ui) {
      stop();
      shown = null;
      UserSession.kept(ui)
          .ifPresent(user ->
              timer =
                  Actor.SYSTEM.call(
                      () -> timers.poll("ui.shell.watch", period, () -> look(ui, user))));
    }

    synchronized void stop() {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
    }

    private void look(UI ui, LogIn.Session user) {
      try {
        // With the rights of now; also what Flow reads when it pushes is read as the tab's user.
        UserSession.actor(user, logIn)
            .ifPresentOrElse(actor -> actor.run(() -> compare(ui, actor)), this::stop);
        failing = false;
      } catch (UIDetachedException closed) {
        stop();
      } catch (RuntimeException e) { // whatever a page asks, the next look may succeed
        log.atLevel(failing ? Level.DEBUG : Level.WARN)
            .setCause(e)
            .log("A page could not look for news; it tries again");
        failing = true;
      }
    }

    /// Not on a page that was replaced meanwhile: its bundle may be gone.
    private void show(T found) {
      if (component.isAttached()) {
        show.accept(found);
      }
    }

    private void compare(UI ui, Actor actor) {
      int acts = Acts.of(ui);
      T found = look.get();
      if (!found.equals(shown)) {
        shown = found;
        var _ = ui.access(() -> actor.run(() -> showUnlessOld(found, acts, ui)));
      }
    }

    /// What was found before the user did something is older than what that showed.
    private void showUnlessOld(T found, int acts, UI ui) {
      if (Acts.of(ui) == acts) {
        show(found);
      } else {
        shown = null;
      }
    }
  }
}
