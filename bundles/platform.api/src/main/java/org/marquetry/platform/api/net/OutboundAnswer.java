package org.marquetry.platform.api.net;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a host answered.
///
/// @param status HTTP status, 200 to 599
/// @param headers all values of each, by name in any letter case
/// @param body all of it; not copied
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record OutboundAnswer(int status, Map<String, List<String>> headers, byte[] body) {
  /// Copy the headers.
  public OutboundAnswer {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    headers = Collections.unmodifiableMap(copy);
  }

  /// The first value of a header.
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }
}
