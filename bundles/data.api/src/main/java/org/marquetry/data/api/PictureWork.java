package org.marquetry.data.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.shop.api.ProductId;

/// How the work on pictures stands.
///
/// @param waiting products whose address of a picture was not read yet
/// @param job the running or else the last one; its result has `kept`, `refused`, `unknown` (no
///   such product) and `first` (the first reasons)
/// @param failures addresses that were tried in vain, the latest first; at most 100
/// @param next when addresses are read by themselves again: new ones, and failed ones whose pause
///   is over; empty while that is not known
public record PictureWork(
    int waiting, Optional<JobStatus> job, List<Failure> failures, Optional<Instant> next) {
  public PictureWork {
    failures = List.copyOf(failures);
  }

  /// An address that was tried in vain.
  ///
  /// @param reason why its file is refused; empty: nothing could be read from there
  /// @param detail what exactly, in English
  /// @param tries at least 1
  /// @param next not tried by itself before: a day after the first time, then twice as long each
  ///   time, 32 days at most
  public record Failure(
      ProductId product,
      String address,
      Optional<PictureRefused.Reason> reason,
      String detail,
      int tries,
      Instant triedAt,
      Instant next) {}
}
