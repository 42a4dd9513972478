package org.marquetry.platform.net;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.platform.api.gate.Power;

/// The hosts that a bundle may ask, as its feature declares them.
///
/// @param bundle its symbolic name, for messages
/// @param declared names, `*.example.com` for all below a name, `*` for any
record Hosts(String bundle, Set<String> declared) {
  private static final String PREFIX = Power.NETWORK + ":";

  /// @param powers what the gate limits the bundle to; empty: nothing, as a bundle of the suite
  static Hosts of(String bundle, Optional<Set<String>> powers) {
    return new Hosts(
        bundle,
        powers
            .map(all ->
                all.stream()
                    .filter(p -> p.startsWith(PREFIX))
                    .map(p -> p.substring(PREFIX.length()))
                    .collect(Collectors.toSet()))
            .orElse(Set.of("*")));
  }

  /// @param host in lower case
  boolean allow(String host) {
    return declared.stream()
        .anyMatch(d ->
            d.equals("*")
                || d.equals(host)
                || (d.startsWith("*.") && host.endsWith(d.substring(1))));
  }

  /// What is declared, for messages.
  String words() {
    return declared.isEmpty() ? "none" : String.join(", ", new TreeSet<>(declared));
  }

  static Set<String> lowerCase(String... hosts) {
    return Stream.of(hosts)
        .map(h -> h.strip().toLowerCase(Locale.ROOT))
        .filter(h -> !h.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
