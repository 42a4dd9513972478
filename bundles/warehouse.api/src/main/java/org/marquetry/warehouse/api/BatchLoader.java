package org.marquetry.warehouse.api;

import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Load the batches of imports, set by set, and take them back; one at a time.
///
/// A batch lies in tables of a [Scratch]: `out_events`, `out_products`, `out_customers`,
/// `out_campaigns`, `out_campaign_members`, `out_shop`, with columns of the published view of the
/// same name (`out_events` also `line`, `discount_minor`), and `file INTEGER, row BIGINT`: which
/// row of which file said it; `file` is NULL for what a file says beside its rows. Absent tables
/// are empty. An event id, a product, ... stands in the rows of one file at most once, and a row
/// gives at most one event that is neither `cancelled` nor `returned`.
@ProviderType
@Requires("warehouse.load")
public interface BatchLoader {
  /// Open a scratch.
  Scratch scratch();

  /// Load a batch in one transaction, with what it takes to take it back. An event whose id is
  /// known is skipped when it is the same, and replaced when it is not (but an order that a program
  /// sent as it happened stays as it was sent); products, customers, campaigns and members are
  /// completed: a value that is given replaces the old one.
  ///
  /// A batch that was loaded before is not loaded again, and answers with what it did then.
  ///
  /// @param batchId 1 to 200 characters
  /// @throws WarehouseException if it cannot be loaded; nothing is changed then
  BatchReceipt load(String batchId, Scratch scratch);

  /// Tell what [#load] would do, and do nothing.
  BatchReceipt check(Scratch scratch);

  /// Take a batch back: what it alone brought goes, what it changed gets its former value, and what
  /// was changed again since stays as it is. Persons who were erased since do not come back.
  ///
  /// A batch that is not there is not an error: nothing is removed.
  UndoReceipt undo(String batchId);

  /// Tell what [#undo] would do, and do nothing.
  UndoReceipt checkUndo(String batchId);
}
