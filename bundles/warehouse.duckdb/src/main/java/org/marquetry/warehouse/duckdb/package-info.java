/// The warehouse on DuckDB: [DuckDbWarehouse] is the service; [Database] owns the file and its
/// schema, [SelectOnly] keeps queries to one SELECT over published views, [Batch] is one load.
@NullMarked
package org.marquetry.warehouse.duckdb;

import org.jspecify.annotations.NullMarked;
