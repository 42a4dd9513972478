package org.marquetry.insight.core;

import java.util.List;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The bundle's schema in the operational store.
@Component(service = InsightStore.class)
public final class InsightStore {
  private static final List<String> MIGRATIONS =
      List.of("0001-put-off.sql", "0002-figure-alerts.sql", "0003-awake.sql");

  private final Database database;

  @Activate
  public InsightStore(@Reference Databases databases) {
    database = Actor.SYSTEM.call(() -> databases.open(InsightStore.class, MIGRATIONS));
  }

  Database database() {
    return database;
  }
}
