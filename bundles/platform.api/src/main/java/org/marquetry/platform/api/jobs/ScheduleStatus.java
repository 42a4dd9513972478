package org.marquetry.platform.api.jobs;

import java.time.Instant;
import java.util.Optional;

/// Say how a schedule stands.
///
/// @param schedule what was asked for
/// @param actor id of who asked; its jobs run as that actor
/// @param next when it is due
/// @param last when it was due last; empty before the first time
/// @param lastJob id of the job that was started then; empty when it was missed and left out
/// @param note what a person should know, for example that a run was missed; may be empty
public record ScheduleStatus(
    Schedule schedule,
    String actor,
    Instant next,
    Optional<Instant> last,
    Optional<String> lastJob,
    String note) {}
