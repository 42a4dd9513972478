package org.marquetry.recommend.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Options given to a trainer. What is not given takes the trainer's default.
///
/// @param values name to value, for names of [Trainer#options]
/// @param seed seed of every random choice
public record TrainOptions(Map<String, Double> values, long seed) {
  public TrainOptions {
    values = Map.copyOf(values);
  }

  /// Return every known option with its value in effect, in the order of `known`.
  ///
  /// @throws IllegalArgumentException if a value is out of range or its name is not known
  public Map<String, Double> resolve(List<TrainOption> known) {
    Map<String, Double> all = new LinkedHashMap<>();
    for (TrainOption option : known) {
      all.put(option.name(), option.checked(values.getOrDefault(option.name(), option.fallback())));
    }
    for (String name : values.keySet()) {
      if (!all.containsKey(name)) {
        throw new IllegalArgumentException(
            "unknown option " + name + "; known are " + all.keySet());
      }
    }
    return all;
  }
}
