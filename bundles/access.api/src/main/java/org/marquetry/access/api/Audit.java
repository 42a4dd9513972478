package org.marquetry.access.api;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Who changed what, and when. Entries are only added; they name ids, never a person's data.
///
/// `access.core` notes what happens to users, keys and settings in the transaction that does it.
/// Other bundles note an act when it is done: campaigns launched, exports, erasures.
@ProviderType
@Requires("audit.read")
public interface Audit {
  /// Note an act of the current actor; on disk when this returns.
  @Requires(Requires.ANY_ACTOR)
  void note(Act act);

  /// The newest entries first.
  List<Entry> list(Query query);

  /// Check the chain: each entry carries the hash of its content and of the entry before it. Takes
  /// as long as reading all of them.
  Verified verify();

  /// What checking the chain found.
  ///
  /// @param entries how many are as they were noted, from the first
  /// @param head hash of the last of them; noted elsewhere, it proves later that none of them
  ///   changed
  /// @param brokenAt number of the first entry that is not as it was noted, or follows one that was
  ///   taken out; 0: entries are missing at the end; empty: all are as they were
  record Verified(long entries, String head, Optional<Long> brokenAt) {}

  /// What was done.
  ///
  /// @param action as `subject.verb`, for example `campaign.launch`
  /// @param object what it was done to, as `kind/id`, for example `user/u-7abc2345`
  /// @param details what changed: at most 20 short values, no personal data, no secrets
  record Act(String action, String object, Map<String, String> details) {
    private static final Pattern ACTION = Pattern.compile("[a-z]+(\\.[a-zA-Z]+)+");
    private static final Pattern OBJECT = Pattern.compile("[a-zA-Z]+/[^\\s]{1,180}");

    public Act {
      check(ACTION.matcher(action).matches(), "action must be subject.verb", action);
      check(OBJECT.matcher(object).matches(), "object must be kind/id", object);
      int length =
          details.entrySet().stream()
              .mapToInt(e -> e.getKey().length() + e.getValue().length())
              .sum();
      check(
          details.size() <= 20 && length <= 2_000,
          "details must have at most 20 values and 2,000 characters",
          details.size() + " values, " + length + " characters");
      details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    private static void check(boolean good, String rule, String got) {
      if (!good) {
        throw new IllegalArgumentException(rule + ", got " + got);
      }
    }
  }

  /// An act as it was noted.
  ///
  /// @param number grows; not without gaps
  /// @param kind what kind of actor did it
  /// @param actor id of the actor
  record Entry(long number, Instant at, Actor.Kind kind, String actor, Act act) {}

  /// Which entries.
  ///
  /// @param object only those of one object; empty for all
  /// @param before only entries with a smaller number, to page on
  /// @param limit at most so many, 1 to 1,000
  record Query(Optional<String> object, long before, int limit) {
    public Query {
      if (limit < 1 || limit > 1_000) {
        throw new IllegalArgumentException("limit must be in 1..1000, got " + limit);
      }
    }

    /// The newest entries of all.
    public static Query newest(int limit) {
      return new Query(Optional.empty(), Long.MAX_VALUE, limit);
    }

    /// The history of one object, for example `user/u-7abc2345`.
    public static Query of(String object) {
      return new Query(Optional.of(object), Long.MAX_VALUE, 1_000);
    }
  }
}
