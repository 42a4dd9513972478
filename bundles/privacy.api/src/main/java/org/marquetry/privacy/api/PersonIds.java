package org.marquetry.privacy.api;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The identifiers of one person. Immutable; its text names no identifier, so it may stand in a
/// log.
///
/// Kinds may be added: a `switch` over [Kind] has a `default`.
public final class PersonIds {
  /// What kind of identifier.
  public enum Kind {
    CUSTOMER,
    VISITOR,
    EMAIL,
    PHONE
  }

  /// Nobody.
  public static final PersonIds NONE = new PersonIds(Map.of());

  private static final int MAX_LENGTH = 320; // the longest mail address

  private final Map<Kind, Set<String>> ids;

  private PersonIds(Map<Kind, Set<String>> ids) {
    this.ids = ids;
  }

  /// A person with one identifier.
  public static PersonIds of(Kind kind, String id) {
    return NONE.and(kind, Set.of(id));
  }

  /// The identifiers of one kind, sorted; empty when there is none.
  public Set<String> of(Kind kind) {
    return ids.getOrDefault(kind, Set.of());
  }

  /// This person with more identifiers.
  ///
  /// @throws IllegalArgumentException if one is blank or longer than 320 characters
  public PersonIds and(Kind kind, Collection<String> more) {
    for (String id : more) {
      if (id.isBlank() || id.length() > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "an identifier must have 1 to " + MAX_LENGTH + " characters and not be blank");
      }
    }
    return changed(kind, set -> set.addAll(more));
  }

  /// This person with the identifiers of another one too.
  public PersonIds and(PersonIds other) {
    PersonIds all = this;
    for (Kind kind : Kind.values()) {
      all = all.and(kind, other.of(kind));
    }
    return all;
  }

  /// This person without the identifiers of another one.
  public PersonIds without(PersonIds other) {
    PersonIds rest = this;
    for (Kind kind : Kind.values()) {
      rest = rest.changed(kind, set -> set.removeAll(other.of(kind)));
    }
    return rest;
  }

  private PersonIds changed(Kind kind, Consumer<Set<String>> change) {
    Set<String> set = new TreeSet<>(of(kind));
    change.accept(set);
    Map<Kind, Set<String>> all = new EnumMap<>(Kind.class);
    all.putAll(ids);
    all.put(kind, Collections.unmodifiableSet(set));
    all.values().removeIf(Set::isEmpty);
    return new PersonIds(all);
  }

  /// Tell whether there is no identifier at all.
  public boolean isEmpty() {
    return ids.isEmpty();
  }

  /// How many identifiers there are.
  public int size() {
    return ids.values().stream().mapToInt(Set::size).sum();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PersonIds p && ids.equals(p.ids);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(ids);
  }

  @Override
  public String toString() {
    return ids.entrySet().stream()
        .map(e -> e.getValue().size() + " " + e.getKey())
        .collect(Collectors.joining(", ", "PersonIds[", "]"));
  }
}
