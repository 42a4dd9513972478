package org.marquetry.data.api;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ProviderType;

/// How long which data is kept. Sales are kept for ever; of events that go, the counts by day stay
/// (`v1.past_days`).
@ProviderType
@Requires("data.read")
public interface Retention {
  /// All kinds of data that may be let go.
  List<Kind> kinds();

  /// What the suite's data takes on disk now.
  List<Place> disk();

  /// Say how long a kind is kept. Who, when and from what is kept, and noted in the audit.
  ///
  /// @param days 1 to 36,500; empty: for ever
  /// @throws IllegalArgumentException if there is no such kind, or days is out of range
  @Requires("data.configure")
  void keep(String kind, OptionalInt days);

  /// What was set of a kind, newest first; empty while it has its default.
  List<Change> history(String kind);

  /// Let go what has had its time, as a job; it also runs each night. What it would delete now
  /// stands in [Kind#expiring].
  ///
  /// @return the job's id
  @Requires("data.configure")
  String apply();

  /// @param id such as `botEvents`
  /// @param words which data, for people
  /// @param days how long it is kept; empty: for ever
  /// @param usual what it was before anybody set it; empty: for ever
  /// @param rows how many there are
  /// @param expiring how many have had their time and go with the next run
  record Kind(
      String id, Words words, OptionalInt days, OptionalInt usual, long rows, long expiring) {}

  /// @param name folder below the home's data folder
  /// @param bytes of all its files
  record Place(String name, long bytes) {}

  /// @param by id of the user
  record Change(String kind, OptionalInt days, String by, Instant at) {}
}
