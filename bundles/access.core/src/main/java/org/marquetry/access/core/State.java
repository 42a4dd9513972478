package org.marquetry.access.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Everything that is stored, as one immutable value.
///
/// @param changes of the shop's settings, oldest first
record State(List<Account> accounts, List<Key> keys, List<Change> changes) {
  static final State EMPTY = new State(List.of(), List.of(), List.of());

  State {
    accounts = List.copyOf(accounts);
    keys = List.copyOf(keys);
    changes = List.copyOf(changes);
  }

  Optional<Account> named(String name) {
    String wanted = Names.key(name);
    return find(a -> Names.key(a.name()).equals(wanted));
  }

  Optional<Account> account(String id) {
    return find(a -> a.id().equals(id));
  }

  private Optional<Account> find(Predicate<Account> wanted) {
    return accounts.stream().filter(wanted).findFirst();
  }

  /// Add an account, or put it in the place of the one with its id.
  State with(Account account) {
    return new State(
        Stream.concat(
                accounts.stream().filter(a -> !a.id().equals(account.id())), Stream.of(account))
            .toList(),
        keys,
        changes);
  }

  State without(Account account) {
    return new State(accounts.stream().filter(a -> !a.equals(account)).toList(), keys, changes);
  }

  State with(Key key) {
    return new State(accounts, Stream.concat(keys.stream(), Stream.of(key)).toList(), changes);
  }

  State with(Change change) {
    return new State(accounts, keys, Stream.concat(changes.stream(), Stream.of(change)).toList());
  }
}
