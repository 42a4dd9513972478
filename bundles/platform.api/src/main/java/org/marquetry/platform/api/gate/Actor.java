package org.marquetry.platform.api.gate;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/// Say on whose behalf a call runs. Bound at the doors (HTTP, UI, command line, job, system), read
/// by the gate.
///
/// @param kind what kind of actor this is
/// @param name a stable id, never a person's name
/// @param permissions what the actor may do, as `subject.verb`; `*` allows all
public record Actor(Kind kind, String name, Set<String> permissions) {
  /// The kinds of actors that the audit tells apart.
  public enum Kind {
    USER,
    API_KEY,
    COMMAND_LINE,
    /// Somebody anonymous who asks what anyone may ask.
    VISITOR,
    JOB,
    SYSTEM,
    NOBODY
  }

  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

  /// The suite itself: start-up, projections, relays.
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system", Set.of("*"));

  private static final Actor NOBODY = new Actor(Kind.NOBODY, "nobody", Set.of());

  public Actor {
    Objects.requireNonNull(kind, "kind");
    if (name.isBlank()) {
      throw new IllegalArgumentException("an actor's name must not be blank");
    }
    permissions = Set.copyOf(permissions);
  }

  /// The actor of this thread; an actor of kind [Kind#NOBODY] without any permission when no door
  /// bound one.
  public static Actor current() {
    return CURRENT.orElse(NOBODY);
  }

  /// Tell whether this actor holds a permission; [Requires#ANY_ACTOR] is held by all but nobody.
  public boolean may(String permission) {
    if (kind == Kind.NOBODY) {
      return false;
    }
    return permission.equals(Requires.ANY_ACTOR)
        || permissions.contains("*")
        || permissions.contains(permission);
  }

  /// Run a task as this actor.
  public void run(Runnable task) {
    ScopedValue.where(CURRENT, this).run(task);
  }

  /// Run a task as this actor and return its value.
  public <T> T call(Supplier<T> task) {
    return ScopedValue.where(CURRENT, this).call(task::get);
  }
}
