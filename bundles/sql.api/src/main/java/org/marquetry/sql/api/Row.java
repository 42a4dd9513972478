package org.marquetry.sql.api;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// Read one row by column name. The plain readers throw [SqlException] on NULL; all throw it on a
/// wrong name.
@ProviderType
public interface Row {
  boolean isNull(String column);

  String string(String column);

  Optional<String> optString(String column);

  int intValue(String column);

  long longValue(String column);

  double doubleValue(String column);

  boolean bool(String column);

  /// Read a `TIMESTAMP WITH TIME ZONE`.
  Instant instant(String column);

  Optional<Instant> optInstant(String column);

  byte[] bytes(String column);
}
