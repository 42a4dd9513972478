package org.marquetry.shop.api;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A fact about the shop: what happened, when, to whom. Immutable; made by [#builder].
///
/// Identifiers stand as they were sent and are never rewritten. Fields are only ever added, so this
/// is a class with a builder and not a record.
public final class Event {
  /// The largest size of all properties together, in UTF-8 bytes.
  public static final int MAX_PROPERTY_BYTES = 4096;

  private final String id;
  private final String type;
  private final int schemaVersion;
  private final Instant occurredAt;
  private final Instant receivedAt;
  private final @Nullable CustomerId customer;
  private final @Nullable VisitorId visitor;
  private final @Nullable String session;
  private final @Nullable String site;
  private final @Nullable ProductId product;
  private final @Nullable OrderId order;
  private final double quantity;
  private final @Nullable Money money;
  private final @Nullable DecisionId decision;
  private final Map<String, String> properties;

  private Event(Builder b) {
    id = Ids.check("event id", Objects.requireNonNull(b.id, "id"));
    type = Ids.check("event type", Objects.requireNonNull(b.type, "type"));
    schemaVersion = b.schemaVersion;
    occurredAt = Objects.requireNonNull(b.occurredAt, "occurredAt");
    receivedAt = b.receivedAt == null ? occurredAt : b.receivedAt;
    customer = b.customer;
    visitor = b.visitor;
    session = b.session == null ? null : Ids.check("session", b.session);
    site = b.site == null ? null : Ids.check("site", b.site);
    product = b.product;
    order = b.order;
    quantity = b.quantity;
    money = b.money;
    decision = b.decision;
    properties = Collections.unmodifiableMap(new TreeMap<>(b.properties));
    if (schemaVersion < 1) {
      throw new IllegalArgumentException("schemaVersion must be >= 1, got " + schemaVersion);
    }
    checkProperties(properties);
  }

  private static void checkProperties(Map<String, String> properties) {
    int bytes = 0;
    for (Map.Entry<String, String> e : properties.entrySet()) {
      Ids.check("property name", e.getKey());
      bytes += Ids.bytes(e.getKey()) + Ids.bytes(e.getValue());
    }
    if (bytes > MAX_PROPERTY_BYTES) {
      throw new IllegalArgumentException(
          "properties must be at most " + MAX_PROPERTY_BYTES + " bytes together, got " + bytes);
    }
  }

  /// Begin an event.
  ///
  /// @param id the sender's own id or a UUIDv7, 1 to 64 bytes; the journal refuses an id that it
  ///   has seen
  /// @param type one of [EventTypes] or a type that the shop declares
  public static Builder builder(String id, String type, Instant occurredAt) {
    return new Builder(id, type, occurredAt);
  }

  public String id() {
    return id;
  }

  public String type() {
    return type;
  }

  /// Version of the type's schema; 1 unless the type says otherwise.
  public int schemaVersion() {
    return schemaVersion;
  }

  public Instant occurredAt() {
    return occurredAt;
  }

  /// When the suite got it; equals [#occurredAt] when the sender gave nothing else.
  public Instant receivedAt() {
    return receivedAt;
  }

  public Optional<CustomerId> customer() {
    return Optional.ofNullable(customer);
  }

  public Optional<VisitorId> visitor() {
    return Optional.ofNullable(visitor);
  }

  public Optional<String> session() {
    return Optional.ofNullable(session);
  }

  public Optional<String> site() {
    return Optional.ofNullable(site);
  }

  public Optional<ProductId> product() {
    return Optional.ofNullable(product);
  }

  public Optional<OrderId> order() {
    return Optional.ofNullable(order);
  }

  /// Number of units; empty when the event has none.
  public OptionalDouble quantity() {
    return Double.isNaN(quantity) ? OptionalDouble.empty() : OptionalDouble.of(quantity);
  }

  public Optional<Money> money() {
    return Optional.ofNullable(money);
  }

  /// The decision that led here, for exposures, clicks and orders that carry one.
  public Optional<DecisionId> decision() {
    return Optional.ofNullable(decision);
  }

  /// Flat properties in name order; unmodifiable.
  public Map<String, String> properties() {
    return properties;
  }

  /// The identifier that decides the partition: customer id, else visitor id, else product id (so
  /// that a product's changes keep their order), else the event's own id.
  public String partitionKey() {
    if (customer != null) {
      return "c:" + customer.value();
    }
    if (visitor != null) {
      return "v:" + visitor.value();
    }
    return product != null ? "p:" + product.value() : "e:" + id;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Event e
        && id.equals(e.id)
        && type.equals(e.type)
        && schemaVersion == e.schemaVersion
        && occurredAt.equals(e.occurredAt)
        && receivedAt.equals(e.receivedAt)
        && Objects.equals(customer, e.customer)
        && Objects.equals(visitor, e.visitor)
        && Objects.equals(session, e.session)
        && Objects.equals(site, e.site)
        && Objects.equals(product, e.product)
        && Objects.equals(order, e.order)
        && Double.compare(quantity, e.quantity) == 0
        && Objects.equals(money, e.money)
        && Objects.equals(decision, e.decision)
        && properties.equals(e.properties);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /// Names id and type only, so that an event may stand in a log.
  @Override
  public String toString() {
    return "Event[" + type + " " + id + "]";
  }

  /// Collects the parts of an event; [#build] checks them.
  public static final class Builder {
    private final String id;
    private final String type;
    private final Instant occurredAt;
    private int schemaVersion = 1;
    private @Nullable Instant receivedAt;
    private @Nullable CustomerId customer;
    private @Nullable VisitorId visitor;
    private @Nullable String session;
    private @Nullable String site;
    private @Nullable ProductId product;
    private @Nullable OrderId order;
    private double quantity = Double.NaN;
    private @Nullable Money money;
    private @Nullable DecisionId decision;
    private final Map<String, String> properties = new TreeMap<>();

    private Builder(String id, String type, Instant occurredAt) {
      this.id = id;
      this.type = type;
      this.occurredAt = occurredAt;
    }

    public Builder schemaVersion(int schemaVersion) {
      this.schemaVersion = schemaVersion;
      return this;
    }

    public Builder receivedAt(@Nullable Instant receivedAt) {
      this.receivedAt = receivedAt;
      return this;
    }

    public Builder customer(@Nullable CustomerId customer) {
      this.customer = customer;
      return this;
    }

    public Builder visitor(@Nullable VisitorId visitor) {
      this.visitor = visitor;
      return this;
    }

    public Builder session(@Nullable String session) {
      this.session = session;
      return this;
    }

    public Builder site(@Nullable String site) {
      this.site = site;
      return this;
    }

    public Builder product(@Nullable ProductId product) {
      this.product = product;
      return this;
    }

    public Builder order(@Nullable OrderId order) {
      this.order = order;
      return this;
    }

    /// @param quantity finite number of units
    public Builder quantity(double quantity) {
      if (!Double.isFinite(quantity)) {
        throw new IllegalArgumentException("quantity must be finite, got " + quantity);
      }
      this.quantity = quantity;
      return this;
    }

    public Builder money(@Nullable Money money) {
      this.money = money;
      return this;
    }

    public Builder decision(@Nullable DecisionId decision) {
      this.decision = decision;
      return this;
    }

    public Builder property(String name, String value) {
      properties.put(name, value);
      return this;
    }

    public Builder properties(Map<String, String> values) {
      properties.putAll(values);
      return this;
    }

    /// Make the event.
    ///
    /// @throws IllegalArgumentException naming the part, its rule and the value got
    public Event build() {
      return new Event(this);
    }
  }
}
