package org.marquetry.warehouse.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/// Take the rows of one batch as they come; they are not kept in memory.
@ProviderType
public interface BatchSink {
  /// Add one row.
  ///
  /// Tables are `events`, `products`, `customers`, `campaigns`, `campaign_members`, `decisions`,
  /// `shop`, with the columns of the published view of the same name; `events` has also `line` and
  /// `discount_minor`, used by `ordered` (line and discount of the order line), `returned` and
  /// `cancelled` (which line; none: the product's, or the whole order).
  ///
  /// @param values String, Boolean, Integer, Long, Double or Instant by column; a column left out
  ///   is NULL
  /// @throws WarehouseException if there is no such table or column, a value has the wrong type, or
  ///   a key is missing
  void add(String table, Map<String, ? extends @Nullable Object> values);
}
