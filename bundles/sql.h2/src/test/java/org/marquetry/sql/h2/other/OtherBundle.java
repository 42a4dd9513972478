package org.marquetry.sql.h2.other;

/// Owns a schema of its own.
public final class OtherBundle {
  private OtherBundle() {}
}
