package org.marquetry.platform.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path with `{parameters}`, each a whole segment.
record PathTemplate(List<String> segments) {
  static PathTemplate of(String path) {
    return new PathTemplate(List.of(path.substring(1).split("/", -1)));
  }

  /// @return values of the parameters; empty when the path is another one
  Optional<Map<String, String>> match(String path) {
    List<String> given = of(path).segments;
    if (given.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      String wanted = segments.get(i);
      if (wanted.startsWith("{") && !given.get(i).isEmpty()) {
        values.put(wanted.substring(1, wanted.length() - 1), given.get(i));
      } else if (!wanted.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  long parameters() {
    return segments.stream().filter(s -> s.startsWith("{")).count();
  }
}
