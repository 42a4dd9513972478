package org.marquetry.sql.h2;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Ends as by SIGKILL inside a migration, when its first statements are done. Public for H2, which
/// calls it from the migration.
public final class HalfMigration {
  private HalfMigration() {}

  /// End this process at once.
  public static String die() {
    Runtime.getRuntime().halt(137);
    return "";
  }

  public static void main(String[] args) {
    try (H2Databases databases = new H2Databases(Path.of(args[0]), InstantSource.system())) {
      databases.open(HalfMigration.class, List.of("0001-notes.sql", "0002-dies.sql"));
    }
  }
}
