package org.marquetry.access.core;

import java.util.List;
import java.util.Set;
import org.marquetry.access.api.Users;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;

/// Users and roles at the door.
record UserOperations(Users users) {
  private static final Ops ACCESS = new Ops("access.read", "access.write");

  /// @param removed whether the user was removed
  record UserEntry(String id, String name, List<String> roles, String language, boolean removed) {
    static UserEntry of(Users.User user, boolean removed) {
      return new UserEntry(
          user.id(),
          user.name(),
          user.roles().stream().sorted().toList(),
          user.language(),
          removed);
    }
  }

  record UserList(List<UserEntry> users) {}

  record RoleEntry(String name, List<String> permissions) {}

  record RoleList(List<RoleEntry> roles) {}

  /// @param language `en` or `zh-CN`
  record NewUser(String name, String password, List<String> roles, String language) {
    @Override
    public String toString() {
      return "NewUser[" + roles + ", " + language + "]"; // nothing secret in a log
    }
  }

  record NewRoles(List<String> roles) {}

  record NewPassword(String password) {
    @Override
    public String toString() {
      return "NewPassword[]";
    }
  }

  List<Op> all() {
    return List.of(
        ACCESS.get(
            "users.list",
            "/users",
            "List users; with ?removed=true those who were removed",
            UserList.class,
            this::list),
        ACCESS.get(
            "roles.list",
            "/roles",
            "List roles with their permissions",
            RoleList.class,
            r -> roles()),
        ACCESS.change(
            "users.add",
            "POST /users",
            "Add a user",
            NewUser.class,
            UserEntry.class,
            false,
            this::add),
        ACCESS.change(
            "users.changeRoles",
            "PUT /users/{id}/roles",
            "Change what a user may do",
            NewRoles.class,
            UserEntry.class,
            true,
            this::changeRoles),
        ACCESS.change(
            "users.changePassword",
            "PUT /users/{id}/password",
            "Change a user's password; ends the sessions",
            NewPassword.class,
            null,
            true,
            this::changePassword),
        ACCESS.change(
            "users.remove",
            "DELETE /users/{id}",
            "Remove a user; can be restored",
            null,
            null,
            true,
            this::remove),
        ACCESS.change(
            "users.restore",
            "POST /users/{id}/restore",
            "Take a removed user back",
            null,
            UserEntry.class,
            true,
            this::restore));
  }

  private UserList list(Request request) {
    boolean removed = request.query("removed").filter("true"::equals).isPresent();
    return new UserList(
        (removed ? users.removed() : users.users())
            .stream().map(u -> UserEntry.of(u, removed)).toList());
  }

  private RoleList roles() {
    return new RoleList(
        users.roles().stream()
            .map(r -> new RoleEntry(r.name(), r.permissions().stream().sorted().toList()))
            .toList());
  }

  private Answer add(Request request) {
    NewUser sent = request.body(NewUser.class);
    Users.User user =
        users.add(sent.name(), sent.password(), Set.copyOf(sent.roles()), sent.language());
    return Answer.ok(UserEntry.of(user, false));
  }

  private Answer changeRoles(Request request) {
    Set<String> roles = Set.copyOf(request.body(NewRoles.class).roles());
    return Answer.ok(UserEntry.of(users.changeRoles(id(request, users.users()), roles), false));
  }

  private Answer changePassword(Request request) {
    String password = request.body(NewPassword.class).password();
    users.changePassword(id(request, users.users()), password);
    return Answer.nothing();
  }

  private Answer remove(Request request) {
    users.remove(id(request, users.users()));
    return Answer.nothing();
  }

  private Answer restore(Request request) {
    return Answer.ok(UserEntry.of(users.restore(id(request, users.removed())), false));
  }

  private static String id(Request request, List<Users.User> among) {
    String id = request.path("id");
    if (among.stream().noneMatch(u -> u.id().equals(id))) {
      throw new ProblemException(
          new Problem(
              404, "Not found", "There is no such user " + id + ".", "Look at GET /api/v1/users."));
    }
    return id;
  }
}
