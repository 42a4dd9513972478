package org.marquetry.lab.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.shop.api.Interval;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Print a result as one JSON object.
final class ResultJson {
  private final ObjectMapper mapper =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  String of(String task, LabResult result, long seed, double seconds, String version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("task", task);
    json.put("metrics", result.metrics());
    Map<String, Object> intervals = new LinkedHashMap<>();
    result.intervals().forEach((name, interval) -> intervals.put(name, ends(interval)));
    json.put("intervals", intervals);
    json.put("engine", result.engine());
    json.put("algorithm", result.algorithm());
    json.put("options", result.options());
    json.put("seed", seed);
    json.put("rows", result.rows());
    json.put("seconds", Math.round(seconds * 1000) / 1000.0);
    json.put("peakMemoryMb", PeakMemory.megabytes());
    json.put("version", version);
    return mapper.writeValueAsString(json);
  }

  private static Map<String, Double> ends(Interval interval) {
    Map<String, Double> ends = new LinkedHashMap<>();
    ends.put("low", interval.low());
    ends.put("high", interval.high());
    ends.put("level", interval.level());
    return ends;
  }
}
