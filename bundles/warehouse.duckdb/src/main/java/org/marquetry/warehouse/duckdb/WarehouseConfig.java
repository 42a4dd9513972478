package org.marquetry.warehouse.duckdb;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Warehouse: DuckDB", description = "Limits of the analytic store")
@interface WarehouseConfig {
  @AttributeDefinition(
      name = "Rows",
      description = "Most rows of a query whose result stays in memory",
      min = "1")
  int query_rows() default 5_000_000;

  @AttributeDefinition(
      name = "Seconds",
      description = "Longest time of one query, until its last row was taken",
      min = "1")
  int query_seconds() default 300;

  @AttributeDefinition(name = "Memory", description = "Memory of the database in MB", min = "64")
  int memory_mb() default 1024;

  @AttributeDefinition(
      name = "Threads",
      description = "Threads of one query",
      min = "1",
      max = "64")
  int threads() default 2;
}
