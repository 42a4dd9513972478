package org.marquetry.lab.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.marquetry.shop.api.Interval;

/// What a task measured. Maps keep their order in the printed result.
///
/// @param metrics name to value, finite; names as in the literature, with the number where there is
///   one (`recall@20`)
/// @param intervals uncertainty of some of the metrics, by the same names
/// @param engine what computed: `cpu` or `cuda`
/// @param algorithm the algorithm that was measured
/// @param options every option in effect, given or not
/// @param rows how many rows of input were used
public record LabResult(
    Map<String, Double> metrics,
    Map<String, Interval> intervals,
    String engine,
    String algorithm,
    Map<String, Object> options,
    long rows) {
  public LabResult {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    metrics.forEach((name, value) -> {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("metric " + name + " must be finite, got " + value);
      }
    });
  }
}
