package org.marquetry.bench.swap;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.marquetry.experiment.api.Assignment;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.Experiments;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.CustomerId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// A plain component that assigns 100 customers per call and compares with its first answer, as
/// assignments must never change. It is built once, whatever is swapped.
@Component(service = Callable.class, immediate = true)
public final class AssignmentClient implements Callable<Boolean> {
  private static final Design DESIGN =
      new Design(
          "bench", "salt", 0.1, List.of(new Design.Share("a", 0.5), new Design.Share("b", 0.5)));

  private final Experiments experiments;
  private final List<CustomerId> customers =
      IntStream.range(0, 100).mapToObj(i -> new CustomerId("c" + i)).toList();
  private final List<Assignment> first;

  @Activate
  public AssignmentClient(@Reference Experiments experiments) {
    this.experiments = experiments;
    this.first = assign();
  }

  private List<Assignment> assign() {
    return Actor.SYSTEM.call(() -> experiments.assignAll(DESIGN, customers));
  }

  /// Return whether the answer is right.
  @Override
  public Boolean call() {
    return assign().equals(first);
  }
}
