package org.marquetry.bench.segments;

import java.util.List;
import java.util.stream.IntStream;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.projection.Projection;
import org.marquetry.platform.api.projection.ProjectionStatus;
import org.marquetry.platform.api.projection.Projections;

/// Feeds a projection from a made-up population instead of a journal on disk.
final class Folded implements Projections {
  private static final int BATCH = 20_000;

  private final Population population;
  private final int partitions;
  private final int customers;
  private Runnable more = () -> {};

  Folded(Population population, int partitions, int customers) {
    this.population = population;
    this.partitions = partitions;
    this.customers = customers;
  }

  @Override
  public void start(Projection<?> projection) {
    feed(projection);
  }

  private <S> void feed(Projection<S> projection) {
    List<S> states =
        IntStream.range(0, partitions)
            .mapToObj(p -> {
              S state = projection.fold(projection.empty(p), population.catalogue(p));
              int from = (int) ((long) customers * p / partitions);
              int to = (int) ((long) customers * (p + 1) / partitions);
              for (int begin = from; begin < to; begin += BATCH) {
                int end = Math.min(to, begin + BATCH);
                state = projection.fold(state, population.customers(p, begin, end));
              }
              projection.publish(p, state, 1);
              return state;
            })
            .toList();
    more =
        () -> {
          for (int p = 0; p < partitions; p++) {
            int known = (int) ((long) customers * p / partitions);
            List<JournalEntry> entries = population.customers(p, known, known + 1);
            projection.publish(p, projection.fold(states.get(p), entries), 1);
          }
        };
  }

  /// One customer of each partition does something, so that nothing that was kept still counts.
  void happens() {
    more.run();
  }

  @Override
  public void stop(Projection<?> projection) {}

  @Override
  public List<ProjectionStatus> list() {
    return List.of();
  }

  @Override
  public void rebuild(String name) {}

  @Override
  public void renew() {}
}
