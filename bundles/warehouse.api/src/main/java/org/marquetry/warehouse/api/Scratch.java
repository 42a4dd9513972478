package org.marquetry.warehouse.api;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/// A place in the warehouse's process where the rows of an import are read, checked and brought
/// into shape by SQL, before they are loaded all at once. Nothing of it is seen by anybody else,
/// and nothing of it stays when it is closed. For one thread, but for [#cancel].
@ProviderType
public interface Scratch extends AutoCloseable {
  /// A folder of its own, the only one whose files its SQL may read; deleted with it.
  Path folder();

  /// Run a statement. Tables are its own; the store's are out of bounds.
  ///
  /// @throws WarehouseException if it fails
  /// @throws java.util.concurrent.CancellationException if it was cancelled
  void run(String sql);

  /// Run a query and hand over each row as it comes.
  void scan(String sql, RowConsumer consumer);

  /// Write rows in bulk into one of its tables.
  Filler fill(String table);

  /// Stop what runs, from another thread, also while [BatchLoader] loads from it; it throws
  /// `CancellationException`, as does what comes after it, and nothing is loaded.
  void cancel();

  @Override
  void close();

  /// Takes rows.
  @ProviderType
  interface Filler extends AutoCloseable {
    /// Add a row.
    ///
    /// @param values String, Long, Integer, Double or null, one a column
    void row(@Nullable Object... values);

    /// Write what is still buffered.
    @Override
    void close();
  }
}
