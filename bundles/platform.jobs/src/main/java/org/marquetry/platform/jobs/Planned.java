package org.marquetry.platform.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.ScheduleStatus;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;

/// A schedule as it is kept; a new one for each change.
///
/// @param zone in which `next` was found
record Planned(
    Schedule schedule,
    Actor actor,
    String zone,
    Instant next,
    Optional<Instant> last,
    Optional<String> lastJob,
    String note) {
  static Planned of(Schedule schedule, Actor actor, Instant now, ZoneId zone) {
    Instant next = new Cron(schedule.cron()).next(now, zone);
    return new Planned(schedule, actor, zone.getId(), next, Optional.empty(), Optional.empty(), "");
  }

  /// It was due and is seen to.
  Planned seen(Optional<String> job, String newNote, Instant now, ZoneId zone) {
    Instant from = now.isAfter(next) ? now : next;
    Instant then = new Cron(schedule.cron()).next(from, zone);
    return new Planned(schedule, actor, zone.getId(), then, Optional.of(next), job, newNote);
  }

  /// The shop moved to another zone.
  Planned in(ZoneId other, Instant now) {
    Instant then = new Cron(schedule.cron()).next(now, other);
    return new Planned(schedule, actor, other.getId(), then, last, lastJob, note);
  }

  ScheduleStatus status() {
    return new ScheduleStatus(schedule, actor.name(), next, last, lastJob, note);
  }

  static Planned from(Row r) {
    return new Planned(
        new Schedule(
            r.string("name"),
            r.string("cron"),
            Schedule.Missed.valueOf(r.string("missed")),
            Columns.request(r)),
        Columns.actor(r),
        r.string("zone"),
        r.instant("next_at"),
        r.optInstant("last_at"),
        r.optString("last_job"),
        r.string("note"));
  }

  int write(Session s) {
    s.update("DELETE FROM schedules WHERE name = ?", schedule.name());
    return s.update(
        "INSERT INTO schedules (name, cron, missed, kind, job_key, arguments, max_attempts, actor_kind, actor, permissions, zone, next_at, last_at, last_job, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        schedule.name(),
        schedule.cron(),
        schedule.missed().name(),
        schedule.job().kind(),
        schedule.job().key(),
        Columns.map(schedule.job().arguments()),
        schedule.job().maxAttempts(),
        actor.kind().name(),
        actor.name(),
        Columns.permissions(actor),
        zone,
        next,
        last.orElse(null),
        lastJob.orElse(null),
        Columns.head(note));
  }
}
