package org.marquetry.warehouse.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/// Read one row by column name. The plain readers throw [WarehouseException] on NULL or a wrong
/// name.
@ProviderType
public interface Row {
  boolean isNull(String column);

  String string(String column);

  Optional<String> optString(String column);

  long longValue(String column);

  OptionalLong optLong(String column);

  double doubleValue(String column);

  OptionalDouble optDouble(String column);

  boolean bool(String column);

  /// Read a UTC timestamp.
  Instant instant(String column);

  Optional<Instant> optInstant(String column);
}
