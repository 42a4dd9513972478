package org.marquetry.sql.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Open schemas of the operational store. A bundle has one, named after its package
/// (`org.marquetry.access.core` has `access_core`), and its connections reach no other.
@ProviderType
public interface Databases {
  /// Bring the caller's schema to its newest form and return the way to it. Called once, when the
  /// bundle starts, as [org.marquetry.platform.api.gate.Actor#SYSTEM].
  ///
  /// Migrations are SQL resources beside `owner`, named `0001-what-it-does.sql`, numbered from 1
  /// without a gap. Each runs once, in order; never change one that was shipped, add the next. A
  /// migration that fails, or a suite that is killed while one runs, leaves the schema as it was
  /// before that migration.
  ///
  /// Expand now, contract one release later: a migration adds tables and columns that may be left
  /// out, and removes or renames what the release before does not use any more. Then a schema that
  /// is newer than the code, as after a rollback, is taken as it is: bundles are rolled back, never
  /// data.
  ///
  /// @param owner a class of the caller; its package names the schema and holds the migrations
  /// @param migrations file names, in order; at least one
  /// @throws SqlException naming bundle, migration and what to do; the schema is unchanged
  @Requires("sql.open")
  Database open(Class<?> owner, List<String> migrations);

  /// Rewrite the store, so that nothing of a row that was deleted or changed stays in its files:
  /// the last step of an erasure. Waits for running transactions; new ones wait meanwhile (about
  /// half a second for 100 MB).
  ///
  /// @throws SqlException if it failed; the store goes on as it was
  @Requires("sql.compact")
  void compact();
}
