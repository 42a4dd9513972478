package org.marquetry.warehouse.duckdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.warehouse.api.LoadReceipt;
import org.marquetry.warehouse.api.WarehouseLoader;

/// Fill a warehouse from a few rows in Java, so that tests of other bundles ask the real views.
///
/// Rows are collected and loaded by [#load]; event ids are `<prefix>1`, `<prefix>2`, ... in the
/// order of the calls. Money is in minor units of the shop's currency. Not safe for many threads.
public final class TestShop {
  private final WarehouseLoader loader;
  private final String currency;
  private final String prefix;
  private final List<Map.Entry<String, Map<String, @Nullable Object>>> rows = new ArrayList<>();
  private int events;

  /// Begin a shop named `Test shop` in euros and UTC, with event ids `e1`, `e2`, ...
  public TestShop(WarehouseLoader loader) {
    this(loader, "EUR", "e");
  }

  /// @param prefix of event ids and of the batch's id; another one for each shop or load of one
  ///   warehouse
  public TestShop(WarehouseLoader loader, String currency, String prefix) {
    this.loader = loader;
    this.currency = currency;
    this.prefix = prefix;
    row("shop", Map.of("name", "Test shop", "currency", currency, "time_zone", "UTC"));
  }

  /// Add one order line: one unit or more of one product, paid `amountMinor` in all.
  public TestShop order(
      String order,
      @Nullable String customer,
      @Nullable String product,
      double quantity,
      long amountMinor,
      Instant at) {
    Map<String, @Nullable Object> values = event("ordered", customer, product, at);
    values.put("order_id", order);
    values.put("quantity", quantity);
    values.put("amount_minor", amountMinor);
    values.put("currency", currency);
    return row("events", values);
  }

  /// Return a part of the order's line with this product; `amountMinor` was paid back (positive).
  public TestShop returned(
      String order,
      @Nullable String customer,
      @Nullable String product,
      double quantity,
      long amountMinor,
      Instant at) {
    Map<String, @Nullable Object> values = event("returned", customer, product, at);
    values.put("order_id", order);
    values.put("quantity", quantity);
    values.put("amount_minor", amountMinor);
    values.put("currency", currency);
    return row("events", values);
  }

  /// Cancel a whole order.
  public TestShop cancelled(String order, @Nullable String customer, Instant at) {
    Map<String, @Nullable Object> values = event("cancelled", customer, null, at);
    values.put("order_id", order);
    return row("events", values);
  }

  /// Add a review with its rating.
  public TestShop reviewed(String customer, String product, double rating, Instant at) {
    Map<String, @Nullable Object> values = event("reviewed", customer, product, at);
    values.put("weight", rating);
    return row("events", values);
  }

  /// Add an event of any type: viewed, carted, sent, clicked, ...
  public TestShop event(
      String type,
      @Nullable String customer,
      @Nullable String product,
      Instant at,
      Map<String, ?> more) {
    Map<String, @Nullable Object> values = event(type, customer, product, at);
    values.putAll(more);
    return row("events", values);
  }

  /// Add a product.
  public TestShop product(String id, String title, @Nullable String category, long priceMinor) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("product_id", id);
    values.put("title", title);
    values.put("category", category);
    values.put("price_minor", priceMinor);
    values.put("currency", currency);
    return row("products", values);
  }

  /// Add a customer; `values` are further columns of `v1.customers`.
  public TestShop customer(String id, Map<String, ?> values) {
    Map<String, @Nullable Object> all = new HashMap<>(values);
    all.put("customer_id", id);
    return row("customers", all);
  }

  /// Add a campaign.
  public TestShop campaign(String id, String name, String kind, Instant startsAt, Instant endsAt) {
    return row(
        "campaigns",
        Map.of(
            "campaign_id",
            id,
            "name",
            name,
            "kind",
            kind,
            "starts_at",
            startsAt,
            "ends_at",
            endsAt));
  }

  /// Add a customer to a campaign.
  public TestShop member(
      String campaign, String customer, @Nullable String variant, @Nullable Instant sentAt) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("campaign_id", campaign);
    values.put("customer_id", customer);
    values.put("variant", variant);
    values.put("sent_at", sentAt);
    return row("campaign_members", values);
  }

  /// Add a row as the loader takes it ([org.marquetry.warehouse.api.BatchSink#add]).
  public TestShop row(String table, Map<String, ? extends @Nullable Object> values) {
    rows.add(Map.entry(table, new HashMap<>(values)));
    return this;
  }

  /// Load everything that was added, in one batch.
  public LoadReceipt load() {
    return loader.load(
        "test/" + prefix, Map.of(), sink -> rows.forEach(r -> sink.add(r.getKey(), r.getValue())));
  }

  private Map<String, @Nullable Object> event(
      String type, @Nullable String customer, @Nullable String product, Instant at) {
    events++;
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("event_id", prefix + events);
    values.put("type", type);
    values.put("occurred_at", at);
    values.put("received_at", at);
    values.put("customer_id", customer);
    values.put("product_id", product);
    return values;
  }
}
