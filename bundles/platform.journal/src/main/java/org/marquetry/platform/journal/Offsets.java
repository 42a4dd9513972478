package org.marquetry.platform.journal;

import java.util.Arrays;
import java.util.List;

/// One offset per partition; never changed.
final class Offsets {
  private final long[] values;

  private Offsets(long[] values) {
    this.values = values;
  }

  static Offsets zero(int partitions) {
    return new Offsets(new long[partitions]);
  }

  static Offsets of(long[] values) {
    return new Offsets(values.clone());
  }

  int partitions() {
    return values.length;
  }

  long at(int partition) {
    return values[partition];
  }

  /// A copy to go on counting with.
  long[] toArray() {
    return values.clone();
  }

  List<Long> toList() {
    return Arrays.stream(values).boxed().toList();
  }
}
