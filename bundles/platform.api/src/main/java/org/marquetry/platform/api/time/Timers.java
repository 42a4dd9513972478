package org.marquetry.platform.api.time;

import java.time.Duration;
import java.time.Instant;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Run tasks later, on the clock that the suite runs on. Not durable: what must outlive a restart
/// is a job.
///
/// A task runs on a platform thread as the actor who set it. It should return within 5 s. A bundle
/// cancels its timers when it stops.
@ProviderType
@Requires(Requires.ANY_ACTOR)
public interface Timers {
  /// Run a task once.
  ///
  /// @param key name of the timer, unique in the suite: it begins with the bundle's name and holds
  ///   something of the instance, since two versions meet in a swap and the old one cancels its
  ///   own; a timer that has it is replaced
  /// @param when a time that has passed means at once
  void at(String key, Instant when, Runnable task);

  /// Run a task again and again, first after one period; a run that fails does not end it. When a
  /// run takes longer than the period, the runs missed are left out.
  ///
  /// @param key as in [#at]
  /// @param period at least 1 ms
  void every(String key, Duration period, Runnable task);

  /// Run a task again and again by the machine's time, whatever the suite's clock does: what people
  /// wait for must not stand still with a clock that is paused, nor run all the time when it is
  /// fast. Only a clock that is driven by hand, in tests, drives these too.
  ///
  /// @param key as in [#at]
  /// @param period as in [#every]
  void poll(String key, Duration period, Runnable task);

  /// Take a timer away; a task that runs goes on.
  ///
  /// @return false when there is none
  boolean cancel(String key);
}
