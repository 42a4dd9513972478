package org.marquetry.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import java.util.Optional;
import java.util.Set;
import org.marquetry.access.api.SetUp;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.ui.api.ViewContribution;

/// Decide before each page: a fresh home goes to set-up, a stranger to log-in, a user sees what the
/// permissions allow.
final class AccessCheck implements BeforeEnterListener {
  private static final long serialVersionUID = 1L;
  private static final Set<Class<?>> OPEN = Set.of(LogInView.class, SetUpView.class);

  private final transient Views views;
  private final transient SetUp setUp;

  AccessCheck(Views views, SetUp setUp) {
    this.views = views;
    this.setUp = setUp;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Class<?> target = event.getNavigationTarget();
    boolean known = Actor.current().may(Requires.ANY_ACTOR);
    if (!known && Actor.SYSTEM.call(setUp::needed)) {
      if (target != SetUpView.class) {
        event.forwardTo(SetUpView.class);
      }
    } else if (known ? OPEN.contains(target) : target == SetUpView.class) {
      event.forwardTo(HomeView.class);
    } else if (!known && target != LogInView.class) {
      event.forwardTo(LogInView.class);
    } else if (!permission(target).map(Actor.current()::may).orElse(true)) {
      event.forwardTo(HomeView.class);
    }
  }

  private Optional<String> permission(Class<?> target) {
    if (target == SystemView.class) {
      return Optional.of(SystemView.PERMISSION);
    }
    return target == UsersView.class
        ? Optional.of(UsersView.PERMISSION)
        : views.find(target).map(ViewContribution::permission);
  }
}
