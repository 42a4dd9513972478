package org.marquetry.platform.gate;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.TimeLimit;

/// What an API method asks of its callers.
///
/// @param method `Type.method`, for messages
/// @param permission what the actor must hold; `null` if anybody may call, even without an actor
/// @param limitMillis longest duration of a call; 0 if there is no limit
record MethodRule(String method, @Nullable String permission, long limitMillis) {

  /// Read the annotations of a method. The permission is the method's own, else that of the API
  /// type, else that of the parent interface that declares the method.
  ///
  /// @throws IllegalArgumentException if a time limit is below 1 ms
  static MethodRule of(Class<?> api, Method method) {
    TimeLimit limit = method.getAnnotation(TimeLimit.class);
    String name = api.getSimpleName() + "." + method.getName();
    if (limit != null && limit.millis() < 1) {
      throw new IllegalArgumentException(
          "@TimeLimit of " + name + " must be >= 1 ms, got " + limit.millis());
    }
    return new MethodRule(name, permissionOf(api, method), limit == null ? 0 : limit.millis());
  }

  private static @Nullable String permissionOf(Class<?> api, Method method) {
    Requires own = method.getAnnotation(Requires.class);
    Requires ofType = own != null ? own : api.getAnnotation(Requires.class);
    Requires requires =
        ofType != null ? ofType : method.getDeclaringClass().getAnnotation(Requires.class);
    return requires == null ? null : requires.value();
  }

  void check() {
    if (permission != null && !Actor.current().may(permission)) {
      throw new PermissionDenied(permission, denial(Actor.current(), permission));
    }
  }

  Call limit(Slot slot, Alarms alarms) {
    return limitMillis == 0 ? slot : new LimitedCall(slot, this, alarms);
  }

  private String denial(Actor actor, String wanted) {
    String need =
        wanted.equals(Requires.ANY_ACTOR) ? "needs an actor" : "needs permission " + wanted;
    return actor.kind() == Actor.Kind.NOBODY
        ? method + " " + need + ", but no actor is bound to this thread; call it inside Actor.run"
        : method + " " + need + ", which " + actor.kind() + " " + actor.name() + " lacks";
  }
}
