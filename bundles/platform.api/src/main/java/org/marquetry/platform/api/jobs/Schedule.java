package org.marquetry.platform.api.jobs;

/// Start a job again and again, by the clock of the shop.
///
/// The five fields of `cron` are minute, hour, day of the month, month, day of the week: `30 6 * *
/// MON-FRI` is 6:30 on working days, `*/15 * * * *` every quarter of an hour. A field is `*`, a
/// number, a range `a-b`, a step `*/n` or `a-b/n`, or several of these with commas; months and days
/// also by their first three English letters, Sunday is 0 or 7. When both days are given, either is
/// enough.
///
/// When the clock changes: an hour that was given runs once on each day, at the first moment after
/// the gap when its time is left out, and at the first of two when its time comes twice. With `*`
/// in the hour's field it goes on by elapsed time.
///
/// @param name unique in the suite, as `subject.what`, for example `recommend.nightly`; at most 100
///   characters
/// @param cron when, in the shop's zone; at most 200 characters
/// @param missed what happens to runs that were due while the suite did not run
/// @param job what is started; when the job before is not over yet, no second one is
public record Schedule(String name, String cron, Missed missed, JobRequest job) {
  /// What happens to missed runs. A run counts as missed when it is more than a minute late.
  public enum Missed {
    /// One run at once, for all that were missed.
    RUN_ONCE,
    /// None; the next one is at its own time.
    SKIP
  }

  public Schedule {
    if (name.isBlank() || name.length() > 100) {
      throw new IllegalArgumentException("a schedule's name must have 1 to 100 characters");
    }
    if (cron.isBlank() || cron.length() > 200) {
      throw new IllegalArgumentException("cron must have 1 to 200 characters");
    }
  }
}
