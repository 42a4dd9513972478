package org.marquetry.access.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.marquetry.access.api.ShopSettings;

/// Everything but the audit, as one immutable value: what the store holds, in memory for the doors,
/// which ask at each request.
///
/// @param accounts also removed ones
/// @param keys also removed ones
/// @param shop the shop's settings, oldest first
record State(List<Account> accounts, List<Key> keys, List<ShopSettings.Change> shop) {
  State {
    accounts = List.copyOf(accounts);
    keys = List.copyOf(keys);
    shop = List.copyOf(shop);
  }

  /// Find who may log in under a name.
  Optional<Account> named(String name) {
    String wanted = Names.key(name);
    return find(a -> a.isActive() && Names.key(a.name()).equals(wanted));
  }

  /// Find who may log in.
  Optional<Account> account(String id) {
    return find(a -> a.isActive() && a.id().equals(id));
  }

  Optional<Account> removed(String id) {
    return find(a -> !a.isActive() && a.id().equals(id));
  }

  Optional<Key> key(String id) {
    return keys.stream().filter(k -> k.id().equals(id)).findFirst();
  }

  List<Key> activeKeys() {
    return keys.stream().filter(Key::isActive).toList();
  }

  boolean hasUser() {
    return accounts.stream().anyMatch(Account::isActive);
  }

  boolean hasAdministrator() {
    return accounts.stream().anyMatch(a -> a.isActive() && a.roles().contains(Roles.ADMINISTRATOR));
  }

  private Optional<Account> find(Predicate<Account> wanted) {
    return accounts.stream().filter(wanted).findFirst();
  }

  State with(Account account) {
    return new State(
        Stream.concat(
                accounts.stream().filter(a -> !a.id().equals(account.id())), Stream.of(account))
            .toList(),
        keys,
        shop);
  }

  State with(Key key) {
    return new State(
        accounts,
        Stream.concat(keys.stream().filter(k -> !k.id().equals(key.id())), Stream.of(key)).toList(),
        shop);
  }

  State with(ShopSettings.Change change) {
    return new State(accounts, keys, Stream.concat(shop.stream(), Stream.of(change)).toList());
  }
}
