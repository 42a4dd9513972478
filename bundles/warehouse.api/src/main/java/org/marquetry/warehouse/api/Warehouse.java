package org.marquetry.warehouse.api;

import java.util.List;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Ask the analytic store. Read only; other bundles' tables are out of reach, only published views
/// (`v1.events`, ...) are.
///
/// Arguments are bound to `?` in order and may be String, Boolean, Integer, Long, Double or
/// Instant. Safe for many threads; a query sees one consistent state. Loading is the business of
/// the warehouse's owner alone.
@ProviderType
@Requires("warehouse.read")
@Power(Power.PROFILES_READ)
public interface Warehouse {
  /// Run a query and map each row.
  ///
  /// @param sql one SELECT over published views
  /// @param mapper called once a row; the row is valid only inside the call
  /// @return the mapped rows in the query's order
  /// @throws WarehouseException if the query is wrong or passes the limits of rows, time or memory
  <T> List<T> query(String sql, List<?> args, RowMapper<T> mapper);

  /// Run a query and hand over each row as it comes; for results that need not stay in memory.
  ///
  /// @throws WarehouseException if the query is wrong or passes the limits of time or memory
  void scan(String sql, List<?> args, RowConsumer consumer);

  /// How often what it holds has changed since it was opened. Who keeps something that was made of
  /// it need not look again before this has grown. Costs nothing.
  long changes();
}
