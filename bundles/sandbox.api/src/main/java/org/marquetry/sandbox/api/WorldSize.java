package org.marquetry.sandbox.api;

/// How large the world is.
public enum WorldSize {
  /// For tests: some seconds.
  SMALL(2_000, 300),
  /// About a million events.
  DEMO(20_000, 2_000),
  /// About 50 million events.
  LARGE(1_000_000, 5_000);

  /// How many days of past a world has.
  public static final int PAST_DAYS = 540;

  private final int customers;
  private final int products;

  WorldSize(int customers, int products) {
    this.customers = customers;
    this.products = products;
  }

  /// How many customers come in the past.
  public int customers() {
    return customers;
  }

  /// How many products the catalogue has.
  public int products() {
    return products;
  }
}
