package org.marquetry.access.core;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.marquetry.access.api.Users;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The people and programs that may use the suite.
@Provider("core")
@Component
public final class UsersService implements Users {
  private static final int ID_LENGTH = 8;
  private static final int MAX_LABEL = 100;

  private final AccessStore store;

  @Activate
  public UsersService(@Reference AccessStore store) {
    this.store = store;
  }

  @Override
  public List<User> users() {
    return users(Account::isActive);
  }

  @Override
  public List<User> removed() {
    return users(a -> !a.isActive());
  }

  @Override
  public boolean othersMay(String permission) {
    String self = Actor.current().name();
    return store.state().accounts().stream()
        .filter(a -> a.isActive() && !a.id().equals(self))
        .map(a -> Roles.permissions(a.roles()))
        .anyMatch(p -> p.contains("*") || p.contains(permission));
  }

  private List<User> users(Predicate<Account> wanted) {
    return store.state().accounts().stream()
        .filter(wanted)
        .map(Account::user)
        .sorted(Comparator.comparing(User::name))
        .toList();
  }

  @Override
  public List<Role> roles() {
    return Roles.all();
  }

  @Override
  public User add(String name, String password, Set<String> roles, String language) {
    Names.checkPassword(password);
    Account account =
        new Account(
            id("u-"),
            Names.checkedName(name),
            store.passwords().hash(password),
            Roles.checked(roles),
            Names.checkedLanguage(language));
    return store.change(change -> {
      checkFree(change.state(), name);
      change.put(account);
      change.note("user.add", "user/" + account.id(), roles(account));
      return account.user();
    });
  }

  private static void checkFree(State state, String name) {
    if (state.named(name).isPresent()) {
      throw new IllegalArgumentException("there is a user of this name already");
    }
  }

  private static Map<String, String> roles(Account account) {
    return Map.of("roles", line(account.roles()));
  }

  @Override
  public User changeRoles(String id, Set<String> roles) {
    Roles.checked(roles);
    return store.change(change -> {
      Account before = known(change.state(), id);
      Account after = before.withRoles(roles);
      change.put(after);
      checkAdministrator(change.state());
      change.note(
          "user.changeRoles",
          "user/" + id,
          Map.of("from", line(before.roles()), "to", line(roles)));
      return after.user();
    });
  }

  private static String line(Set<String> words) {
    return String.join(" ", new TreeSet<>(words));
  }

  @Override
  public void changePassword(String id, String password) {
    Names.checkPassword(password);
    String hash = store.passwords().hash(password);
    store.change(change -> {
      Account account = known(change.state(), id).withHash(hash);
      change.put(account);
      change.note("user.changePassword", "user/" + id, Map.of());
      return account;
    });
  }

  @Override
  public void remove(String id) {
    store.change(change -> {
      Account account = known(change.state(), id).removed(Optional.of(change.now()));
      change.put(account);
      checkAdministrator(change.state());
      change.note("user.remove", "user/" + id, Map.of());
      return account;
    });
  }

  @Override
  public User restore(String id) {
    return store.change(change -> {
      Account removed =
          change
              .state()
              .removed(id)
              .orElseThrow(
                  () -> new IllegalArgumentException("no user with the id " + id + " was removed"));
      checkFree(change.state(), removed.name());
      Account account = removed.removed(Optional.empty());
      change.put(account);
      change.note("user.restore", "user/" + id, roles(account));
      return account.user();
    });
  }

  @Override
  public List<ApiKey> keys() {
    return store.state().keys().stream()
        .map(Key::apiKey)
        .sorted(Comparator.comparing(ApiKey::label).thenComparing(ApiKey::id))
        .toList();
  }

  @Override
  public String makeKey(String label, Set<String> permissions) {
    if (label.isBlank() || label.strip().length() > MAX_LABEL) {
      throw new IllegalArgumentException("the label must have 1 to " + MAX_LABEL + " characters");
    }
    Permissions.check(permissions);
    String id = id("k-");
    String key = ApiKeys.make(id, store.random());
    return store.change(change -> {
      change.put(new Key(id, label.strip(), ApiKeys.sha256(key), permissions, Optional.empty()));
      change.note("key.make", "key/" + id, Map.of("permissions", line(permissions)));
      return key;
    });
  }

  @Override
  public void removeKey(String id) {
    store.change(change -> {
      Key key = key(change.state(), id, true).removed(Optional.of(change.now()));
      change.put(key);
      change.note("key.remove", "key/" + id, Map.of());
      return key;
    });
  }

  @Override
  public ApiKey restoreKey(String id) {
    return store.change(change -> {
      Key key = key(change.state(), id, false).removed(Optional.empty());
      change.put(key);
      change.note("key.restore", "key/" + id, Map.of());
      return key.apiKey();
    });
  }

  private static Key key(State state, String id, boolean active) {
    return state
        .key(id)
        .filter(k -> k.isActive() == active)
        .orElseThrow(() ->
            new IllegalArgumentException(
                active
                    ? "there is no API key with the id " + id
                    : "no API key with the id " + id + " was removed"));
  }

  private String id(String prefix) {
    return prefix + Ids.random(store.random(), ID_LENGTH).toLowerCase(Locale.ROOT);
  }

  private static Account known(State state, String id) {
    return state
        .account(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no user with the id " + id));
  }

  private static void checkAdministrator(State next) {
    if (!next.hasAdministrator()) {
      throw new IllegalArgumentException(
          "the last administrator must stay; make somebody else administrator first");
    }
  }
}
