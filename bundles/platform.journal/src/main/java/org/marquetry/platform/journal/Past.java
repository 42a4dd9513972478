package org.marquetry.platform.journal;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.JournalArchive;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalException;

/// What the files no longer hold: asks the archive, and says so when there is none.
final class Past {
  private final Segments segments;
  private volatile @Nullable JournalArchive archive;

  Past(Segments segments) {
    this.segments = segments;
  }

  void set(@Nullable JournalArchive newArchive) {
    archive = newArchive;
  }

  boolean isThere(JournalArchive asked) {
    return asked.equals(archive);
  }

  boolean hasArchive() {
    return archive != null;
  }

  /// The first offset of a partition that the files hold.
  long begin(int partition) {
    return segments.all().getFirst().header().base().at(partition);
  }

  /// Entries below [#begin], at least one.
  List<JournalEntry> read(int partition, long from, int limit) {
    long begin = begin(partition);
    List<JournalEntry> entries =
        asSystem(
            archive("read entries before offset " + begin),
            a -> a.read(partition, from, begin, limit));
    if (entries.isEmpty() || entries.getFirst().offset() != from) {
      throw new JournalException(
          "the archive does not hold offset "
              + from
              + " of partition "
              + partition
              + ", which the journal has let go. Restore the warehouse from the last backup.",
          null);
    }
    return entries;
  }

  /// Tell for certain whether an id that is perhaps an old one is one.
  boolean contains(String id, Fingerprint fingerprint, long through) throws IOException {
    for (Segment segment : segments.sealed().reversed()) { // most come again soon
      if (segment.header().number() <= through && IdFile.of(segment).contains(fingerprint)) {
        return true;
      }
    }
    boolean all = segments.all().getFirst().header().number() == 1;
    return !all
        && asSystem(archive("tell whether an event id was seen before"), a -> a.contains(id));
  }

  /// The journal asks for itself, whoever called it.
  private static <T> T asSystem(JournalArchive archive, Function<JournalArchive, T> question) {
    return Actor.SYSTEM.call(() -> question.apply(archive));
  }

  private JournalArchive archive(String toDo) {
    JournalArchive now = archive;
    if (now == null) {
      throw new JournalException(
          "the warehouse is needed to " + toDo + " and is not running. Start it and try again.",
          null);
    }
    return now;
  }
}
