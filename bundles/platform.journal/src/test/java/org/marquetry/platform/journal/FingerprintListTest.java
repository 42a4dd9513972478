package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FingerprintListTest {
  private static List<Fingerprint> sorted(List<Fingerprint> ids) {
    FingerprintList list = new FingerprintList();
    ids.forEach(list::add);
    list.sort();
    ByteBuffer out = ByteBuffer.allocate(list.size() * Fingerprint.BYTES);
    list.writeTo(out);
    out.flip();
    List<Fingerprint> read = new ArrayList<>();
    while (out.hasRemaining()) {
      read.add(new Fingerprint(out.getLong(), out.getLong()));
    }
    return read;
  }

  @Test
  void sortsAsTheComparisonSays() {
    Random random = new Random(5);
    for (int size : new int[] {0, 1, 2, 3, 17, 1_023, 1_024, 1_025, 40_000}) {
      List<Fingerprint> ids = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        ids.add(new Fingerprint(random.nextLong(), random.nextLong()));
      }
      assertEquals(ids.stream().sorted().toList(), sorted(ids), size + " ids");
    }
  }

  @Test
  void sortsWhatIsNotSpread() {
    Random random = new Random(6);
    List<Fingerprint> ids = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      ids.add(new Fingerprint(random.nextInt(3) - 1, random.nextInt(5) - 2));
    }
    assertEquals(ids.stream().sorted().toList(), sorted(ids));
  }
}
