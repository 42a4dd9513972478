package org.marquetry.platform.journal;

/// Hold how the journal cuts and keeps its files.
///
/// @param partitions number of partitions of a new journal, 1 to 256; an old one keeps its own
/// @param segmentBytes size from which a new file is begun, at least 4 KB
/// @param exactDays how many days ids are kept exactly in memory, at least 1
/// @param exactMost about how many ids are kept so at most, however much comes, at least 8
record JournalOptions(int partitions, long segmentBytes, int exactDays, int exactMost) {
  private static final int MOST = 8_000_000; // 24 to 48 bytes each

  static final JournalOptions DEFAULT = new JournalOptions(8, 32L << 20, 7);

  JournalOptions(int partitions, long segmentBytes, int exactDays) {
    this(partitions, segmentBytes, exactDays, MOST);
  }

  JournalOptions {
    if (partitions < 1 || partitions > 256) {
      throw new IllegalArgumentException("partitions must be in 1..256, got " + partitions);
    }
    if (segmentBytes < 4096) {
      throw new IllegalArgumentException("segmentBytes must be >= 4096, got " + segmentBytes);
    }
    if (exactDays < 1) {
      throw new IllegalArgumentException("exactDays must be >= 1, got " + exactDays);
    }
    if (exactMost < 8) {
      throw new IllegalArgumentException("exactMost must be >= 8, got " + exactMost);
    }
  }

  /// Ids that are let go together.
  int exactTogether() {
    return exactMost / 8;
  }
}
