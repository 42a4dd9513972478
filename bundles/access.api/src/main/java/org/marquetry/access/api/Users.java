package org.marquetry.access.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// The people and programs that may use the suite.
@ProviderType
@Requires("access.read")
public interface Users {
  /// All users, by name, without secrets.
  List<User> users();

  /// All roles, by name.
  List<Role> roles();

  /// Whether a user other than the current actor may do something: where nobody may, no second
  /// person can be asked for.
  ///
  /// @param permission as `subject.verb`
  @Requires(Requires.ANY_ACTOR)
  boolean othersMay(String permission);

  /// Add a user.
  ///
  /// @throws IllegalArgumentException naming what is wrong; nothing is stored
  @Requires("access.write")
  User add(String name, String password, Set<String> roles, String language);

  /// Change what a user may do; takes effect at the user's next call.
  @Requires("access.write")
  User changeRoles(String id, Set<String> roles);

  /// Change a password; ends the user's sessions.
  @Requires("access.write")
  void changePassword(String id, String password);

  /// Remove a user, which ends the user's sessions; the last administrator cannot be removed.
  @Requires("access.write")
  void remove(String id);

  /// The users who were removed, by name.
  List<User> removed();

  /// Take a removed user back, with the roles and the password of before. The history of a user is
  /// in the audit as `user/ID`.
  ///
  /// @throws IllegalArgumentException if nobody of this id was removed, or the name is taken since
  @Requires("access.write")
  User restore(String id);

  /// All API keys, also removed ones, by label, without secrets.
  List<ApiKey> keys();

  /// Make an API key.
  ///
  /// @return the key, shown this once
  @Requires("access.write")
  String makeKey(String label, Set<String> permissions);

  /// Remove an API key; it is refused from now on.
  @Requires("access.write")
  void removeKey(String id);

  /// Let a removed API key count again. The history of a key is in the audit as `key/ID`.
  ///
  /// @throws IllegalArgumentException if no key of this id was removed
  @Requires("access.write")
  ApiKey restoreKey(String id);

  /// An API key without its secret.
  ///
  /// @param id the part of the key that is no secret
  /// @param label what people call it
  /// @param removedAt when it was removed; empty while it counts
  record ApiKey(String id, String label, Set<String> permissions, Optional<Instant> removedAt) {
    public ApiKey {
      permissions = Set.copyOf(permissions);
    }
  }

  /// @param id stable id; the only thing about a user that stands in logs and the audit
  /// @param name what the user types at log-in
  /// @param language language tag
  record User(String id, String name, Set<String> roles, String language) {
    public User {
      roles = Set.copyOf(roles);
    }
  }

  /// A named set of permissions.
  record Role(String name, Set<String> permissions) {
    public Role {
      permissions = Set.copyOf(permissions);
    }
  }
}
