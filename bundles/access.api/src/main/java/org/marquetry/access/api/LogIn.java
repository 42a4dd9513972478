package org.marquetry.access.api;

import java.time.Duration;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Prove who somebody is. Called by the doors as [Actor#SYSTEM].
@ProviderType
@Requires("access.logIn")
public interface LogIn {
  /// Check a name and password. Takes as long for an unknown name as for a wrong password, and is
  /// throttled by name and by the address it comes from.
  ///
  /// @param name as typed; letter case and surrounding blanks do not matter
  /// @param from address of the caller, for throttling only
  Result logIn(String name, String password, String from);

  /// Check an API key.
  ///
  /// @param key as sent, for example in the header `Authorization: Bearer`
  Result key(String key, String from);

  /// Look a session up again, as a door does at each request: with the user's permissions of now.
  ///
  /// @return empty when the user was removed or the password was changed since
  Optional<Result.Accepted> renew(Session session);

  /// Check again that it is the user who uses an open session, before something that matters:
  /// compare the password of the current actor. Throttled together with the log-in; noted in the
  /// audit as `user.confirm`, the right password and the wrong one.
  ///
  /// @param from as in [#logIn]
  /// @throws IllegalStateException if the current actor is no user, and so has no password
  @Requires(Requires.ANY_ACTOR)
  Result confirm(String password, String from);

  /// What a door keeps of a log-in.
  ///
  /// @param user id of the user
  /// @param stamp changes with the password; tells nothing about it
  record Session(String user, String stamp) {}

  /// How a log-in ended.
  sealed interface Result {
    /// The caller is this actor.
    ///
    /// @param language language tag that the user chose, `zh-CN` or `en`
    /// @param session to look the caller up again
    record Accepted(Actor actor, String language, Session session) implements Result {}

    /// Wrong name or password or key; which of them is not told.
    record Refused() implements Result {}

    /// Too many failures: nothing was checked.
    ///
    /// @param pause how long until the next try is looked at
    record Throttled(Duration pause) implements Result {}
  }
}
