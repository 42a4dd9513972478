package org.marquetry.platform.health;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Metric;
import org.marquetry.platform.api.health.Metric.Kind;
import org.marquetry.platform.api.health.MetricSource;
import org.osgi.service.component.annotations.Component;

/// Memory, threads, classes, garbage collection and uptime.
@Provider("jvm")
@Component
public final class JvmMetrics implements MetricSource {
  @Override
  public List<Metric> metrics() {
    List<Metric> all = new ArrayList<>();
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    all.add(gauge("jvm_heap_used_bytes", "Heap in use", (double) heap.getUsed()));
    all.add(gauge("jvm_heap_max_bytes", "Largest heap", (double) heap.getMax()));
    all.add(
        gauge(
            "jvm_threads",
            "Platform threads",
            ManagementFactory.getThreadMXBean().getThreadCount()));
    all.add(
        gauge(
            "jvm_classes",
            "Loaded classes",
            ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()));
    all.add(
        gauge(
            "jvm_uptime_seconds",
            "Time since the start",
            ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0));
    for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
      all.add(
          new Metric(
              "jvm_gc_seconds_total",
              "Time spent in garbage collection",
              Kind.COUNTER,
              Map.of("collector", gc.getName()),
              gc.getCollectionTime() / 1000.0));
    }
    return all;
  }

  private static Metric gauge(String name, String help, double value) {
    return new Metric(name, help, Kind.GAUGE, Map.of(), value);
  }
}
