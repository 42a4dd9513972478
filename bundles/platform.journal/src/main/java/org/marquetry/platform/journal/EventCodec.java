package org.marquetry.platform.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VisitorId;

/// Turn events into bytes and back.
///
/// Form 1: one byte 1, then fields until the end, each `tag` (one byte: field number * 2 + wire)
/// and a value. Wire 0 is a varint, wire 1 a varint length and that many bytes. A reader passes
/// over tags that it does not know, so a later form may add fields; the stored bytes keep them.
/// Times are seconds (zigzag) and, only when not 0, nanoseconds.
final class EventCodec {
  private static final int FORM = 1;
  private static final int ID = 1;
  private static final int TYPE = 2;
  private static final int SCHEMA = 3;
  private static final int OCCURRED = 4;
  private static final int OCCURRED_NANOS = 5;
  private static final int RECEIVED_AFTER = 6; // seconds after OCCURRED
  private static final int RECEIVED_NANOS = 7;
  private static final int CUSTOMER = 8;
  private static final int VISITOR = 9;
  private static final int SESSION = 10;
  private static final int SITE = 11;
  private static final int PRODUCT = 12;
  private static final int ORDER = 13;
  private static final int QUANTITY = 14;
  private static final int MONEY = 15;
  private static final int CURRENCY = 16;
  private static final int DECISION = 17;
  private static final int PROPERTY_NAME = 18; // its value follows as PROPERTY_VALUE
  private static final int PROPERTY_VALUE = 19;
  private static final int PADDING = 20;

  private EventCodec() {}

  static byte[] encode(Event event) {
    Bytes out = new Bytes(192);
    out.put(FORM);
    text(out, ID, event.id());
    text(out, TYPE, event.type());
    if (event.schemaVersion() != 1) {
      number(out, SCHEMA, event.schemaVersion());
    }
    Instant occurred = event.occurredAt();
    Instant received = event.receivedAt();
    number(out, OCCURRED, Bytes.zigzag(occurred.getEpochSecond()));
    unlessZero(out, OCCURRED_NANOS, occurred.getNano());
    unlessZero(
        out, RECEIVED_AFTER, Bytes.zigzag(received.getEpochSecond() - occurred.getEpochSecond()));
    unlessZero(out, RECEIVED_NANOS, received.getNano());
    text(out, CUSTOMER, event.customer().map(CustomerId::value));
    text(out, VISITOR, event.visitor().map(VisitorId::value));
    text(out, SESSION, event.session());
    text(out, SITE, event.site());
    text(out, PRODUCT, event.product().map(ProductId::value));
    text(out, ORDER, event.order().map(OrderId::value));
    if (event.quantity().isPresent()) {
      number(
          out,
          QUANTITY,
          Long.reverseBytes(Double.doubleToLongBits(event.quantity().getAsDouble())));
    }
    event.money().ifPresent(m -> money(out, m));
    text(out, DECISION, event.decision().map(DecisionId::value));
    for (Map.Entry<String, String> property : event.properties().entrySet()) {
      text(out, PROPERTY_NAME, property.getKey());
      text(out, PROPERTY_VALUE, property.getValue());
    }
    if (out.size() < Fingerprint.BYTES) { // room for what stays after an erasure
      text(out, PADDING, "0".repeat(Fingerprint.BYTES - out.size()));
    }
    return out.toArray();
  }

  /// The fingerprint of the id of an encoded event; the id is always the first field.
  static Fingerprint fingerprint(ByteBuffer payload) {
    ByteBuffer in = payload.duplicate();
    if (in.get() != FORM || in.get() != ID * 2 + 1) {
      throw new IllegalArgumentException("the record does not begin with an id of form " + FORM);
    }
    byte[] utf8 = new byte[Math.toIntExact(Bytes.varint(in))];
    in.get(utf8);
    return Fingerprint.of(new String(utf8, StandardCharsets.UTF_8));
  }

  private static void money(Bytes out, Money money) {
    number(out, MONEY, Bytes.zigzag(money.minor()));
    text(out, CURRENCY, money.currency());
  }

  private static void text(Bytes out, int field, Optional<String> value) {
    if (value.isPresent()) {
      text(out, field, value.get());
    }
  }

  private static void text(Bytes out, int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    out.put(field * 2 + 1);
    out.varint(utf8.length);
    out.put(utf8);
  }

  private static void number(Bytes out, int field, long value) {
    out.put(field * 2);
    out.varint(value);
  }

  private static void unlessZero(Bytes out, int field, long value) {
    if (value != 0) {
      number(out, field, value);
    }
  }

  /// Decode what stands from the buffer's position to its limit.
  ///
  /// @throws IllegalArgumentException if the bytes are of an unknown form or not an event
  static Event decode(ByteBuffer in) {
    int form = in.get();
    if (form != FORM) {
      throw new IllegalArgumentException(
          "the record has form " + form + ", this version reads form " + FORM);
    }
    EventFields fields = new EventFields();
    while (in.hasRemaining()) {
      int tag = in.get() & 0xff;
      if ((tag & 1) == 0) {
        fields.number(tag >> 1, Bytes.varint(in));
      } else {
        byte[] utf8 = new byte[Math.toIntExact(Bytes.varint(in))];
        in.get(utf8);
        fields.text(tag >> 1, utf8);
      }
    }
    return fields.toEvent();
  }

  /// Visit the bytes of each property's value, where they stand.
  static void propertyValues(ByteBuffer payload, Consumer<ByteBuffer> visitor) {
    ByteBuffer in = payload.duplicate();
    in.get(); // the form
    while (in.hasRemaining()) {
      int tag = in.get() & 0xff;
      if ((tag & 1) == 0) {
        Bytes.varint(in);
        continue;
      }
      int length = Math.toIntExact(Bytes.varint(in));
      if (tag >> 1 == PROPERTY_VALUE) {
        visitor.accept(in.slice(in.position(), length));
      }
      in.position(in.position() + length);
    }
  }

  /// Collects the fields of one record.
  private static final class EventFields {
    private final String[] texts = new String[PROPERTY_VALUE + 1];
    private final long[] numbers = new long[PROPERTY_VALUE + 1];
    private final boolean[] given = new boolean[PROPERTY_VALUE + 1];
    private final Map<String, String> properties = new TreeMap<>();
    private String propertyName = "";

    void number(int field, long value) {
      if (field <= PROPERTY_VALUE) {
        numbers[field] = value;
        given[field] = true;
      }
    }

    void text(int field, byte[] utf8) {
      if (field > PROPERTY_VALUE) {
        return;
      }
      String value = new String(utf8, StandardCharsets.UTF_8);
      if (field == PROPERTY_NAME) {
        propertyName = value;
      } else if (field == PROPERTY_VALUE) {
        properties.put(propertyName, value);
      } else {
        texts[field] = value;
        given[field] = true;
      }
    }

    private Optional<String> text(int field) {
      return given[field] ? Optional.of(texts[field]) : Optional.empty();
    }

    Event toEvent() {
      long occurred = Bytes.unzigzag(numbers[OCCURRED]);
      Event.Builder event =
          Event.builder(
              text(ID).orElseThrow(() -> new IllegalArgumentException("the record has no id")),
              text(TYPE).orElseThrow(() -> new IllegalArgumentException("the record has no type")),
              Instant.ofEpochSecond(occurred, numbers[OCCURRED_NANOS]));
      event.receivedAt(
          Instant.ofEpochSecond(
              occurred + Bytes.unzigzag(numbers[RECEIVED_AFTER]), numbers[RECEIVED_NANOS]));
      if (given[SCHEMA]) {
        event.schemaVersion(Math.toIntExact(numbers[SCHEMA]));
      }
      text(CUSTOMER).map(CustomerId::new).ifPresent(event::customer);
      text(VISITOR).map(VisitorId::new).ifPresent(event::visitor);
      text(SESSION).ifPresent(event::session);
      text(SITE).ifPresent(event::site);
      text(PRODUCT).map(ProductId::new).ifPresent(event::product);
      text(ORDER).map(OrderId::new).ifPresent(event::order);
      if (given[QUANTITY]) {
        event.quantity(Double.longBitsToDouble(Long.reverseBytes(numbers[QUANTITY])));
      }
      if (given[MONEY]) {
        event.money(new Money(Bytes.unzigzag(numbers[MONEY]), text(CURRENCY).orElse("XXX")));
      }
      text(DECISION).map(DecisionId::new).ifPresent(event::decision);
      return event.properties(properties).build();
    }
  }
}
