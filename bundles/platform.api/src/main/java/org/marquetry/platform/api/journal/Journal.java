package org.marquetry.platform.api.journal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.Event;
import org.osgi.annotation.versioning.ProviderType;

/// Keep facts, append-only and in order per partition. Safe for use by many threads.
///
/// An append returns when its events are on disk; one disk sync serves all who wait. Every event id
/// is taken once: a second event with the same id is refused, whatever else it says. A partition is
/// the hash of [Event#partitionKey]; offsets in it count from 0 without gaps, erased events keep
/// theirs.
@ProviderType
@Power(Power.PROFILES_READ)
public interface Journal {
  /// Most events in one [#append].
  int MAX_BATCH = 10_000;

  /// Append one event and wait until it is on disk.
  ///
  /// @throws JournalFullException if the disk is full; nothing was stored, try again later
  /// @throws JournalException if the disk fails; nothing was acknowledged
  @Requires("journal.append")
  default Appended append(Event event) {
    return append(List.of(event)).getFirst();
  }

  /// Append events and wait until all are on disk: all of them or, when this throws, none.
  ///
  /// @param events at most [#MAX_BATCH]; events of one partition keep this order
  /// @return one answer per event, in the same order
  /// @throws IllegalArgumentException if there are more than [#MAX_BATCH] events or more than 16 MB
  /// @throws JournalFullException if the disk is full; nothing was stored, try again later
  /// @throws JournalException if the disk fails; nothing was acknowledged
  @Requires("journal.append")
  List<Appended> append(List<Event> events);

  /// Number of partitions; fixed when the journal was made.
  @Requires("journal.read")
  int partitions();

  /// The partition of a key, as in [Event#partitionKey].
  @Requires("journal.read")
  int partition(String key);

  /// The offset that the next event of each partition will get, one number per partition.
  @Requires("journal.read")
  List<Long> ends();

  /// Wait until some partition has more than a caller knows of.
  ///
  /// @param known what [#ends] or this method gave before
  /// @param atMost how long to wait at most, up to 5 s
  /// @return the ends now; the same as known when nothing came or the wait was interrupted
  @Requires("journal.read")
  List<Long> awaitMore(List<Long> known, Duration atMost);

  /// Read entries of one partition in order. What the journal has let go comes from the archive, so
  /// a reader that starts at 0 sees every event.
  ///
  /// @param partition in [0, partitions)
  /// @param from the first offset wanted; go on with the last entry's offset + 1
  /// @param limit at most this many, 1 to 100,000
  /// @return empty only when `from` is the end
  /// @throws JournalCorruptException if stored bytes are damaged, naming file and place
  @Requires("journal.read")
  List<JournalEntry> replay(int partition, long from, int limit);

  /// Erase every event whose customer or visitor id is one of these: the stored bytes are
  /// overwritten in a new file that takes the old one's place. Offsets stay; the entries read as
  /// erased. Event ids stay refused.
  ///
  /// Cost: reads the whole journal once; call it from a job.
  ///
  /// @param keys values of [Event#partitionKey]: `c:` + customer id or `v:` + visitor id
  /// @return how many entries were erased
  @Requires("journal.erase")
  default long erase(Set<String> keys) {
    return erase(keys, Set.of());
  }

  /// Erase as [#erase(Set)], and in the properties of all other events put an `x` in the place of
  /// each byte of these texts, where one stands as a whole: with no letter, digit, `_`, `+` or `-`
  /// beside it and no `.` that joins it to one. Returns when no listener works any more with what
  /// was read before.
  ///
  /// @param texts at least 6 characters each: a mail address, a phone number
  /// @return how many entries were erased or changed
  @Requires("journal.erase")
  long erase(Set<String> keys, Set<String> texts);

  /// Erase every event that has had its time, as [#erase(Set)] does: offsets stay, ids stay
  /// refused.
  ///
  /// @param gone asked for each event that is still there; fast, and the same answer each time
  /// @return how many entries were erased
  @Requires("journal.erase")
  long expire(Predicate<Event> gone);

  /// Delete the oldest files whose every entry lies below these offsets. Files that a listener has
  /// still to read stay, and all stay while no [JournalArchive] is there.
  ///
  /// @param below one offset per partition: what is loaded and backed up
  /// @return how many files were deleted
  @Requires("journal.trim")
  int trim(List<Long> below);
}
