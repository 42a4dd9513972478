package org.marquetry.platform.jobs;

import java.util.List;
import java.util.Optional;
import org.marquetry.sql.api.Database;

/// What is kept of jobs: records as rows, checkpoints as files.
final class JobStore {
  private final Database database;
  private final Checkpoints checkpoints;

  JobStore(Database database, Checkpoints checkpoints) {
    this.database = database;
    this.checkpoints = checkpoints;
  }

  void save(JobRecord job) {
    database.transaction(s -> {
      int known =
          s.update(
              "UPDATE jobs SET state = ?, owner = ?, attempts = ?, failures = ?, note = ?, note_zh = ?, result = ?, changed_at = ? WHERE id = ?",
              job.state().name(),
              job.owner(),
              job.attempts(),
              job.failures(),
              job.note().map(n -> Columns.head(n.en())).orElse(""),
              job.note().map(n -> Columns.head(n.zh())).orElse(""),
              Columns.map(job.result()),
              job.changedAt(),
              job.id());
      return known == 1
          ? known
          : s.update(
              "INSERT INTO jobs (id, kind, job_key, arguments, max_attempts, actor_kind, actor, permissions, state, owner, attempts, failures, note, note_zh, result, started_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              job.id(),
              job.request().kind(),
              job.request().key(),
              Columns.map(job.request().arguments()),
              job.request().maxAttempts(),
              job.actor().kind().name(),
              job.actor().name(),
              Columns.permissions(job.actor()),
              job.state().name(),
              job.owner(),
              job.attempts(),
              job.failures(),
              job.note().map(n -> Columns.head(n.en())).orElse(""),
              job.note().map(n -> Columns.head(n.zh())).orElse(""),
              Columns.map(job.result()),
              job.startedAt(),
              job.changedAt());
    });
  }

  /// All jobs, the oldest first.
  List<JobRecord> load() {
    return database.transaction(
        s -> s.query("SELECT * FROM jobs ORDER BY started_at, id", JobRecord::from));
  }

  void saveCheckpoint(String id, int version, byte[] bytes) {
    checkpoints.save(id, version, bytes);
  }

  Optional<Checkpoints.Checkpoint> checkpoint(String id) {
    return checkpoints.find(id);
  }

  void deleteCheckpoint(String id) {
    checkpoints.delete(id);
  }

  void delete(String id) {
    database.transaction(s -> s.update("DELETE FROM jobs WHERE id = ?", id));
    checkpoints.delete(id);
  }
}
