package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.LogIn;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;
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
  private final String name = "ui.shell/watch/" + UUID.randomUUID() + "/";
  private final AtomicLong watches = new AtomicLong();

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
    String key = name + watches.incrementAndGet();
    component.addAttachListener(e -> start(key, e.getUI(), period, look, show));
    component.addDetachListener(e -> cancel(key)); // also when a session ends by itself
    component.getUI().ifPresent(ui -> start(key, ui, period, look, show));
  }

  private <T> void start(String key, UI ui, Duration period, Supplier<T> look, Consumer<T> show) {
    UserSession.kept(ui)
        .map(user -> new Watch<>(key, ui, user, look, show))
        .ifPresent(watch -> Actor.SYSTEM.run(() -> timers.poll(key, period, watch)));
  }

  private void cancel(String key) {
    Actor.SYSTEM.call(() -> timers.cancel(key));
  }

  /// One look, and the push that may follow.
  private final class Watch<T> implements Runnable {
    private final String key;
    private final UI ui;
    private final LogIn.Session user;
    private final Supplier<T> look;
    private final Consumer<T> show;
    private @Nullable T shown;
    private boolean failing;

    Watch(String key, UI ui, LogIn.Session user, Supplier<T> look, Consumer<T> show) {
      this.key = key;
      this.ui = ui;
      this.user = user;
      this.look = look;
      this.show = show;
    }

    @Override
    public void run() {
      try {
        // With the rights of now; also what Flow reads when it pushes is read as the tab's user.
        UserSession.actor(user, logIn)
            .ifPresentOrElse(actor -> actor.run(() -> compare(actor)), () -> cancel(key));
        failing = false;
      } catch (UIDetachedException closed) {
        cancel(key);
      } catch (RuntimeException e) { // whatever a page asks, the next look may succeed
        log.atLevel(failing ? Level.DEBUG : Level.WARN)
            .setCause(e)
            .log("A page could not look for news; it tries again");
        failing = true;
      }
    }

    private void compare(Actor actor) {
      T found = look.get();
      if (!found.equals(shown)) {
        shown = found;
        var _ = ui.access(() -> actor.run(() -> show.accept(found)));
      }
    }
  }
}
