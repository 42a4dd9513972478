package org.marquetry.access.core;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.marquetry.access.api.Users;
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
    return store.state().accounts().stream()
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
    store.change(state -> {
      if (state.named(name).isPresent()) {
        throw new IllegalArgumentException("there is a user of this name already");
      }
      return state.with(account);
    });
    return account.user();
  }

  @Override
  public User changeRoles(String id, Set<String> roles) {
    Roles.checked(roles);
    return store
        .change(state -> guarded(state.with(known(state, id).withRoles(roles))))
        .account(id)
        .orElseThrow()
        .user();
  }

  @Override
  public void changePassword(String id, String password) {
    Names.checkPassword(password);
    String hash = store.passwords().hash(password);
    store.change(state -> state.with(known(state, id).withHash(hash)));
  }

  @Override
  public void remove(String id) {
    store.change(state -> guarded(state.without(known(state, id))));
  }

  @Override
  public String makeKey(String label, Set<String> permissions) {
    if (label.isBlank() || label.length() > MAX_LABEL) {
      throw new IllegalArgumentException("the label must have 1 to " + MAX_LABEL + " characters");
    }
    if (permissions.isEmpty()) {
      throw new IllegalArgumentException("a key needs at least one permission");
    }
    String id = id("k-");
    String key = ApiKeys.make(id, store.random());
    store.change(state -> state.with(new Key(id, label.strip(), ApiKeys.sha256(key), permissions)));
    return key;
  }

  private String id(String prefix) {
    return prefix + Ids.random(store.random(), ID_LENGTH).toLowerCase(Locale.ROOT);
  }

  private static Account known(State state, String id) {
    return state
        .account(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no user with the id " + id));
  }

  private static State guarded(State next) {
    if (next.accounts().stream().noneMatch(a -> a.roles().contains(Roles.ADMINISTRATOR))) {
      throw new IllegalArgumentException(
          "the last administrator must stay; make somebody else administrator first");
    }
    return next;
  }
}
