package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VisitorId;

class EventCodecTest {
  @Test
  void everyPartComesBack() {
    Event event =
        Event.builder("e-1", "ordered", Instant.parse("2024-02-29T12:34:56.789Z"))
            .receivedAt(Instant.parse("2024-03-01T00:00:00.000000001Z"))
            .schemaVersion(3)
            .customer(new CustomerId("客户-7"))
            .visitor(new VisitorId("v"))
            .session("s")
            .site("cn")
            .product(new ProductId("p"))
            .order(new OrderId("o"))
            .quantity(-0.1)
            .money(new Money(-1999, "CNY"))
            .decision(new DecisionId("d"))
            .property("a", "")
            .property("颜色", "红")
            .build();

    assertEquals(event, decode(EventCodec.encode(event)));
  }

  @Test
  void timesBefore1970AndOutOfOrderComeBack() {
    Event event =
        Event.builder("e", "t", Instant.parse("1969-12-31T23:59:59.5Z"))
            .receivedAt(Instant.parse("1960-01-01T00:00:00Z"))
            .build();

    assertEquals(event, decode(EventCodec.encode(event)));
  }

  @Test
  void smallestEventLeavesRoomForAFingerprint() {
    byte[] bytes = EventCodec.encode(Event.builder("e", "t", Instant.EPOCH).build());

    assertTrue(bytes.length >= Fingerprint.BYTES, "got " + bytes.length);
    assertEquals("e", decode(bytes).id());
    assertEquals(Fingerprint.of("e"), EventCodec.fingerprint(ByteBuffer.wrap(bytes)));
  }

  @Test
  void fieldsOfALaterVersionArePassedOver() {
    Event event =
        Event.builder("e-1", "viewed", Instant.EPOCH).customer(new CustomerId("c")).build();
    Bytes later = new Bytes(64);
    later.put(EventCodec.encode(event));
    later.put(60 * 2);
    later.varint(Long.MAX_VALUE);
    later.put(61 * 2 + 1);
    later.varint(3);
    later.put("new".getBytes(StandardCharsets.UTF_8));

    assertEquals(event, decode(later.toArray()));
  }

  @Test
  void anotherFormIsRefusedByNumber() {
    byte[] bytes = EventCodec.encode(Event.builder("e", "t", Instant.EPOCH).build());
    bytes[0] = 9;

    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> decode(bytes));
    assertTrue(String.valueOf(e.getMessage()).contains("form 9"), e.getMessage());
  }

  @Test
  void randomEventsComeBack() {
    long seed = Long.getLong("tests.seed", 42);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Event event = TestEvents.random(random, "id-" + i);
      assertEquals(event, decode(EventCodec.encode(event)), "seed " + seed + ", event " + i);
    }
  }

  @Test
  void varintsAreAsLongAsTheRecordSays() {
    for (long value : new long[] {0, 1, 127, 128, 16_383, 16_384, Long.MAX_VALUE, -1}) {
      Bytes out = new Bytes(10);
      FrameRecord.write(out, 0, value, new byte[] {7});
      ByteBuffer in = ByteBuffer.wrap(Arrays.copyOf(out.array(), out.size()));
      FrameRecord record = FrameRecord.next(in);
      assertEquals(value, record.offset());
      assertEquals(7, record.payload().get());
      assertEquals(0, in.remaining());
    }
  }

  private static Event decode(byte[] bytes) {
    return EventCodec.decode(ByteBuffer.wrap(bytes));
  }
}
