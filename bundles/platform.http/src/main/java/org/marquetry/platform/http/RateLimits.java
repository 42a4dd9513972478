package org.marquetry.platform.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.marquetry.platform.api.http.OperationSpec.Rate;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;

/// Bounds how many requests of one class run at once.
final class RateLimits {
  private static final Map<Rate, Integer> AT_ONCE =
      Map.of(Rate.LIGHT, 256, Rate.NORMAL, 64, Rate.HEAVY, 4);

  private final Map<Rate, Semaphore> free = new EnumMap<>(Rate.class);

  RateLimits() {
    AT_ONCE.forEach((rate, most) -> free.put(rate, new Semaphore(most)));
  }

  /// @throws ProblemException 429 when that many run already
  <T> T run(Rate rate, Supplier<T> task) {
    Semaphore permits = free.get(rate);
    if (permits == null || !permits.tryAcquire()) {
      throw new ProblemException(
          new Problem(
              429,
              "Too many requests at once",
              AT_ONCE.get(rate) + " requests of this kind run already.",
              "Try again in 1 s, and send fewer at the same time."));
    }
    try {
      return task.get();
    } finally {
      permits.release();
    }
  }
}
