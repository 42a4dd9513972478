package org.marquetry.platform.api.time;

import java.time.Duration;
import java.time.Instant;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Run tasks later, on the clock that the suite runs on. Not durable: what must outlive a restart
/// is a job.
///
/// A task runs on a platform thread as the actor who set it. It should return within 5 s. A bundle
/// cancels its timers when it stops. Timers go by no name, so two versions of a bundle that meet in
/// a swap do not touch each other's.
@ProviderType
@Requires(Requires.ANY_ACTOR)
public interface Timers {
  /// One that was set.
  @ProviderType
  interface Timer {
    /// Take it away; a task that runs goes on.
    ///
    /// @return false when it does not wait any more
    boolean cancel();
  }

  /// Run a task once.
  ///
  /// @param name for logs and dumps of threads; it begins with the bundle's name
  /// @param when a time that has passed means at once
  Timer at(String name, Instant when, Runnable task);

  /// Run a task again and again, first after one period; a run that fails does not end it. When a
  /// run takes longer than the period, the runs missed are left out.
  ///
  /// @param name as in [#at]
  /// @param period at least 1 ms
  Timer every(String name, Duration period, Runnable task);

  /// Run a task again and again by the machine's time, whatever the suite's clock does: what people
  /// wait for must not stand still with a clock that is paused, nor run all the time when it is
  /// fast. Only a clock that is driven by hand, in tests, drives these too.
  ///
  /// @param name as in [#at]
  /// @param period as in [#every]
  Timer poll(String name, Duration period, Runnable task);
}
