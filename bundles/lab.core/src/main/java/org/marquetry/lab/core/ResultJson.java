package org.marquetry.lab.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.marquetry.lab.spi.LabResult;
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
    result
        .intervals()
        .forEach((name, i) ->
            intervals.put(name, Map.of("low", i.low(), "high", i.high(), "level", i.level())));
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
}
