package org.marquetry.platform.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marquetry.platform.api.health.Metric;

/// Writes figures in Prometheus' text format 0.0.4.
final class Prometheus {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private Prometheus() {}

  static String write(List<Metric> metrics) {
    Map<String, List<Metric>> byName = new TreeMap<>();
    metrics.forEach(m -> byName.computeIfAbsent(m.name(), _ -> new ArrayList<>()).add(m));
    StringBuilder out = new StringBuilder();
    byName.forEach((name, group) -> write(name, group, out));
    return out.toString();
  }

  private static void write(String name, List<Metric> group, StringBuilder out) {
    Metric first = group.getFirst();
    out.append("# HELP ").append(name).append(' ').append(first.help().replace("\n", " "));
    out.append("\n# TYPE ").append(name).append(' ');
    out.append(first.kind() == Metric.Kind.COUNTER ? "counter" : "gauge").append('\n');
    for (Metric metric : group) {
      out.append(name).append(labels(metric.labels())).append(' ');
      out.append(number(metric.value())).append('\n');
    }
  }

  private static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? ""
        : labels.entrySet().stream()
            .map(l -> l.getKey() + "=\"" + escaped(l.getValue()) + '"')
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value).replace("Infinity", "Inf");
  }
}
