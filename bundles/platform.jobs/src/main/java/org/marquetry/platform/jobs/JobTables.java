package org.marquetry.platform.jobs;

import java.util.List;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The schema of this bundle, for jobs and schedules.
@Component(service = JobTables.class)
public final class JobTables {
  private final Database database;

  @Activate
  public JobTables(@Reference Databases databases) {
    this.database =
        Actor.SYSTEM.call(
            () -> databases.open(JobTables.class, List.of("0001-jobs.sql", "0002-notes.sql")));
  }

  Database database() {
    return database;
  }
}
