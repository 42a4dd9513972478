package org.marquetry.warehouse.duckdb;

/// What one query may cost.
///
/// @param rows the most rows of a query whose result stays in memory, at least 1
/// @param seconds the longest time until the last row was taken, at least 1
/// @param memoryMb memory of the whole database, at least 64; larger work goes to the disk
/// @param threads threads of one query, at least 1
record Limits(int rows, int seconds, int memoryMb, int threads) {
  Limits {
    check("rows", rows, 1);
    check("seconds", seconds, 1);
    check("memoryMb", memoryMb, 64);
    check("threads", threads, 1);
  }

  private static void check(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be >= " + least + ", got " + value);
    }
  }
}
