package org.marquetry.platform.api.compute;

import java.util.function.IntConsumer;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Run pieces of one computation on the platform's threads.
///
/// The pool is shared fairly and always leaves a core's share to requests. Which thread runs a
/// piece, and when, is not defined: work whose result must not depend on it writes each piece to a
/// place of its own and joins the pieces in a fixed order.
@ProviderType
@Requires(Requires.ANY_ACTOR)
public interface ComputePool {
  /// Run `body` once for each number in [0, `tasks`) and return when all are done.
  ///
  /// The actor of the caller is bound in every piece. A piece should take between 0.1 ms and 1 s.
  /// When a piece throws, no new piece begins and the first exception is thrown here.
  ///
  /// @param tasks at least 0
  void parallel(int tasks, IntConsumer body);

  /// As [#parallel], for pieces that wait for a disk or a server and compute next to nothing: they
  /// run on threads of their own and take no part of the pool.
  ///
  /// @param tasks at least 0
  /// @param atOnce how many pieces run at the same time at most, at least 1; the caller runs one
  void waiting(int tasks, int atOnce, IntConsumer body);

  /// How many pieces of [#parallel] run at the same time at most, at least 1.
  int width();
}
