package org.marquetry.warehouse.api;

import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Load the warehouse, from an import or from the journal; nothing else writes to it.
///
/// One load runs at a time; queries go on and see the state before it until it is done.
@ProviderType
@Requires("warehouse.load")
@Power(Power.PROFILES_READ)
public interface WarehouseLoader {
  /// Load one batch in one transaction: all of its rows, its id and its cursors, or nothing.
  ///
  /// A batch whose id was loaded before is not read again. An event or decision whose id is known
  /// is left as it is; products, customers, campaigns, members and the shop are completed: a value
  /// that is given replaces the old one. An `ordered` event without a line number gets the next one
  /// of its order.
  ///
  /// @param batchId 1 to 200 characters, for example the hash of the imported files or
  ///   `journal/3/81920`
  /// @param cursors positions by name that become durable with the rows, for example `journal/3` ->
  ///   `90112`
  /// @throws WarehouseException if a row is wrong (which table, which column) or the load cannot be
  ///   made durable
  /// @throws RuntimeException whatever the source throws; then nothing is loaded
  LoadReceipt load(String batchId, Map<String, String> cursors, BatchSource source);

  /// Read a cursor as the last complete load left it.
  Optional<String> cursor(String name);
}
