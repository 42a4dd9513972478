package org.marquetry.access.api;

import java.util.List;
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

  /// Remove a user; the last administrator cannot be removed.
  @Requires("access.write")
  void remove(String id);

  /// Make an API key.
  ///
  /// @return the key, shown this once
  @Requires("access.write")
  String makeKey(String label, Set<String> permissions);

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
