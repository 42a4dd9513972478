package org.marquetry.lib.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What to start.
///
/// @param current number of the state that counts
/// @param trial number of a state that is to count once it was seen to run well
/// @param attempts how often the trial was started
/// @param healthy numbers of the states that were seen to run well, oldest first
/// @param refused the trial that was given up last
public record Pointer(
    Optional<Long> current,
    Optional<Long> trial,
    int attempts,
    List<Long> healthy,
    Optional<Refused> refused) {
  /// Of a home that no suite ran on.
  public static final Pointer NONE =
      new Pointer(Optional.empty(), Optional.empty(), 0, List.of(), Optional.empty());

  /// A state that was tried and given up.
  public record Refused(long state, String why) {}

  /// Copy the list.
  public Pointer {
    healthy = List.copyOf(healthy);
  }

  /// A state counts from now on.
  public Pointer committed(long state) {
    return new Pointer(Optional.of(state), Optional.empty(), 0, healthy, Optional.empty());
  }

  /// What counts is the same as before but for the operator's configuration.
  public Pointer reconfigured(long state) {
    return new Pointer(Optional.of(state), Optional.empty(), 0, healthy, refused);
  }

  /// A state is to be tried at the next start.
  public Pointer staged(long state) {
    return new Pointer(current, Optional.of(state), 0, healthy, Optional.empty());
  }

  /// The trial is started once more.
  public Pointer attempted() {
    return new Pointer(current, trial, attempts + 1, healthy, refused);
  }

  /// The trial is given up; what counted before still counts.
  public Pointer refused(String why) {
    return new Pointer(
        current, Optional.empty(), 0, healthy, trial.map(state -> new Refused(state, why)));
  }

  /// A state was seen to run well.
  public Pointer seenHealthy(long state) {
    if (healthy.contains(state)) {
      return this;
    }
    List<Long> all = new ArrayList<>(healthy);
    all.add(state);
    return new Pointer(current, trial, attempts, all, refused);
  }

  /// The last state that was seen to run well.
  public Optional<Long> lastHealthy() {
    return healthy.isEmpty() ? Optional.empty() : Optional.of(healthy.getLast());
  }

  static Pointer read(JsonObject json) {
    return new Pointer(
        json.find("current").map(JsonValue::asLong),
        json.find("trial").map(JsonValue::asLong),
        json.find("attempts").map(JsonValue::asInt).orElse(0),
        json.find("healthy").stream()
            .flatMap(h -> h.asArray().values().stream())
            .map(JsonValue::asLong)
            .toList(),
        json.find("refused")
            .map(JsonValue::asObject)
            .map(r -> new Refused(r.get("state").asLong(), r.get("why").asString())));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    current.ifPresent(n -> json.put("current", n));
    trial.ifPresent(n -> json.put("trial", n));
    json.put("attempts", attempts);
    json.put("healthy", healthy);
    refused.ifPresent(r -> json.put("refused", Map.of("state", r.state, "why", r.why)));
    return json;
  }
}
