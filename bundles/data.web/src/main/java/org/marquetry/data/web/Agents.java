package org.marquetry.data.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Which programs name themselves in their `User-Agent`.
///
/// @param parts in small letters; one of them in it is enough
record Agents(List<String> parts) {
  Agents {
    parts = List.copyOf(parts);
  }

  /// The list that comes with the bundle, and the operator's own words.
  static Agents with(String... more) {
    try (InputStream in = Agents.class.getResourceAsStream("agents.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new Agents(
          Stream.concat(text.lines(), Stream.of(more))
              .map(l -> l.strip().toLowerCase(Locale.ROOT))
              .filter(l -> !l.isEmpty() && !l.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new IllegalStateException("unreadable resource agents.txt", e);
    }
  }

  /// @param agent the header; without one it is a program
  boolean lists(String agent) {
    String small = agent.toLowerCase(Locale.ROOT);
    return agent.isBlank() || parts.stream().anyMatch(small::contains);
  }
}
