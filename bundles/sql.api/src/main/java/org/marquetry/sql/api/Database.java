package org.marquetry.sql.api;

import org.osgi.annotation.versioning.ProviderType;

/// One bundle's schema. Safe for use by many threads; valid until the store stops.
@ProviderType
public interface Database {
  /// Do some work in one transaction. What was written is on disk when this returns; when the work
  /// throws, nothing of it is stored and the exception is passed on.
  ///
  /// Isolation: read committed. Keep it short, wait for nothing in it, and begin no other
  /// transaction in it. A row that another transaction holds for longer than 5 s is an error.
  ///
  /// @param work called once; must not keep the session
  /// @throws SqlException if a statement is wrong or the store fails; nothing was stored
  <T> T transaction(Work<T> work);

  /// What is done in a transaction.
  @FunctionalInterface
  interface Work<T> {
    T run(Session session);
  }
}
