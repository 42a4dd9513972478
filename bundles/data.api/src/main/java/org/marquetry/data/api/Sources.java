package org.marquetry.data.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ProviderType;

/// Where files come from again and again: a folder of this machine or an HTTPS address. Each new
/// file goes through [Imports]; what was taken is not taken again, what was missed is caught up. A
/// feed that is late, halves or brings other columns raises an alert; it deletes nothing.
@ProviderType
@Requires("data.read")
public interface Sources {
  /// All sources, also removed ones, by name.
  List<Source> list();

  /// Add a source; it runs by its schedule from now on. Noted in the audit as `source/ID`.
  ///
  /// @throws IllegalArgumentException naming what is wrong; nothing is stored
  @Requires("data.configure")
  Source add(Feed feed);

  /// Change a source that counts.
  ///
  /// @throws IllegalArgumentException as [#add], or if there is no such source
  @Requires("data.configure")
  Source change(String id, Feed feed);

  /// Remove a source; what it brought stays.
  @Requires("data.configure")
  void remove(String id);

  /// Let a removed source count again.
  @Requires("data.configure")
  Source restore(String id);

  /// Look for new files now, as a job.
  ///
  /// @return the job's id
  @Requires("data.import")
  String run(String id);

  /// What waits for a person because it brings other columns; empty when nothing does.
  Optional<Held> held(String id);

  /// Take the columns that the feed brings now as the right ones: load what waits, the oldest
  /// first, and look for more. The answer to an alert of [Trouble#OTHER_COLUMNS].
  ///
  /// @param columns meaning by column, kept with the source; those left out are guessed
  /// @return the job's id
  /// @throws IllegalArgumentException if nothing waits
  @Requires("data.configure")
  String accept(String id, Map<String, String> columns);

  /// What came of the last runs, newest first.
  ///
  /// @param limit 1 to 200
  List<Run> runs(String id, int limit);

  /// What is wrong with feeds now, the oldest first.
  List<Alert> alerts();

  /// What kind of place it is.
  enum Place {
    /// A folder of this machine, below one that the operator allows.
    FOLDER,
    /// A file behind an HTTPS address of the public internet.
    ADDRESS
  }

  /// What came of a file.
  enum Outcome {
    LOADED,
    NOTHING_NEW,
    /// It brings other columns and waits for a person.
    HELD,
    FAILED
  }

  /// What is wrong.
  enum Trouble {
    /// A run by schedule found nothing new.
    LATE,
    /// Less than half of the usual rows.
    HALVED,
    OTHER_COLUMNS,
    FAILED
  }

  /// @param name for people, 1 to 100 characters
  /// @param where folder or address
  /// @param pattern of file names in a folder, such as `orders-*.csv`; empty: all
  /// @param cron when it is looked at, see the schedules of the platform
  /// @param role of the files, one of [Imports#roles]; empty: guessed
  /// @param columns meaning by column; those left out are guessed
  record Feed(
      String name,
      Place place,
      String where,
      String pattern,
      String cron,
      Optional<String> role,
      Map<String, String> columns) {
    public Feed {
      columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    /// The same with other meanings of columns.
    public Feed with(Map<String, String> meanings) {
      return new Feed(name, place, where, pattern, cron, role, meanings);
    }
  }

  /// @param removedAt empty while it counts
  record Source(String id, Feed feed, Optional<Instant> removedAt) {}

  /// @param file its name; empty when there was none
  /// @param rows read
  /// @param importId to look at it in the list of imports
  /// @param trouble what is wrong
  /// @param words for people, where there is more to say
  record Run(
      Instant at,
      String file,
      Outcome outcome,
      long rows,
      Optional<String> importId,
      Optional<Trouble> trouble,
      Optional<Words> words) {}

  /// Files that wait for a person.
  ///
  /// @param runs that held one each, the oldest first
  /// @param known what the columns of the last loaded file were taken for, in its order
  record Held(List<Run> runs, Map<String, String> known) {
    public Held {
      runs = List.copyOf(runs);
      known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }
  }

  /// @param since first of the runs in a row with this trouble
  /// @param words what exactly, such as the names of columns
  record Alert(String source, String name, Trouble trouble, Instant since, Words words) {}
}
