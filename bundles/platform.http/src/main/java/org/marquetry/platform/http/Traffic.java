package org.marquetry.platform.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.marquetry.platform.api.health.Metric;
import org.osgi.service.component.annotations.Component;

/// Counts what came through the door, by operation and kind of answer.
@Component(service = Traffic.class)
public final class Traffic {
  private record Counter(LongAdder requests, DoubleAdder seconds) {
    Counter() {
      this(new LongAdder(), new DoubleAdder());
    }
  }

  /// By operation and class of the status, for example `POST /events 2xx`.
  private final Map<List<String>, Counter> counters =
      new ConcurrentSkipListMap<>(Comparator.comparing(List::toString));

  private volatile boolean open;

  void open(boolean now) {
    open = now;
  }

  /// Whether the servlet stands behind the port.
  boolean isOpen() {
    return open;
  }

  void count(String operation, int status, long nanos) {
    Counter counter =
        counters.computeIfAbsent(List.of(operation, status / 100 + "xx"), _ -> new Counter());
    counter.requests.increment();
    counter.seconds.add(nanos / 1e9);
  }

  List<Metric> metrics() {
    List<Metric> all = new ArrayList<>();
    counters.forEach((key, counter) -> {
      Map<String, String> labels = Map.of("operation", key.get(0), "status", key.get(1));
      all.add(
          new Metric(
              "marquetry_http_requests_total",
              "Requests answered by the door",
              Metric.Kind.COUNTER,
              labels,
              counter.requests.sum()));
      all.add(
          new Metric(
              "marquetry_http_request_seconds_total",
              "Time spent in requests",
              Metric.Kind.COUNTER,
              labels,
              counter.seconds.sum()));
    });
    return all;
  }
}
