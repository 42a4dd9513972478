package org.marquetry.profile.core.segment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentDay;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.Segments;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Every version of every segment, in the operational store. Reading the newest ones asks no
/// database; a change is on disk when the call returns.
@Component(service = SegmentStore.class)
public final class SegmentStore {
  private static final String COLUMNS =
      "SELECT id, version, name, owner, rule, act, at, by_actor FROM segment_version v ";

  private final Database database;
  private final InstantSource clock;
  private final Versions<SavedSegment> newest;

  @Activate
  public SegmentStore(@Reference Databases databases, @Reference InstantSource clock) {
    database =
        Actor.SYSTEM.call(() -> databases.open(SegmentStore.class, List.of("0001-segments.sql")));
    this.clock = clock;
    newest =
        new Versions<>(
            new Words("细分", "segment"),
            Segments.MAX_SEGMENTS,
            database.transaction(s ->
                s.query(
                    COLUMNS
                        + "WHERE version = (SELECT max(version) FROM segment_version n WHERE n.id ="
                        + " v.id)",
                    SegmentStore::segment)));
  }

  private static SavedSegment segment(Row row) {
    return new SavedSegment(
        row.string("id"),
        row.intValue("version"),
        row.string("name"),
        row.string("owner"),
        RuleText.read(row.string("rule")),
        Act.valueOf(row.string("act")),
        row.instant("at"),
        row.string("by_actor"));
  }

  Versions<SavedSegment> newest() {
    return newest;
  }

  /// The newest first.
  List<SavedSegment> history(String id) {
    return database.transaction(
        s -> s.query(COLUMNS + "WHERE id = ? ORDER BY version DESC", SegmentStore::segment, id));
  }

  synchronized SavedSegment create(String name, Group rule) {
    newest.requireRoom();
    String id = "s-" + UUID.randomUUID().toString().substring(0, 8);
    return add(id, 1, free(name, id), Actor.current().name(), rule, Act.CREATED);
  }

  synchronized SavedSegment change(
      String id, int version, String name, String owner, Group rule, Act act) {
    newest.require(id, version);
    if (owner.isBlank() || owner.length() > 100) {
      throw new IllegalArgumentException("an owner must have 1 to 100 characters");
    }
    String called = act == Act.DELETED ? name : free(name, id);
    return add(id, version + 1, called, owner, rule, act);
  }

  /// A name that is nobody else's.
  private String free(String name, String id) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > Segments.MAX_NAME) {
      throw new IllegalArgumentException(
          "a segment's name must have 1 to %d characters".formatted(Segments.MAX_NAME));
    }
    newest.requireFree(called, id);
    return called;
  }

  private SavedSegment add(String id, int version, String name, String owner, Group rule, Act act) {
    SavedSegment segment =
        new SavedSegment(
            id, version, name, owner, rule, act, clock.instant(), Actor.current().name());
    database.transaction(s ->
        s.update(
            "INSERT INTO segment_version (id, version, name, owner, rule, act, at, by_actor)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            version,
            name,
            owner,
            RuleText.json(rule),
            act.name(),
            segment.at(),
            segment.by()));
    return newest.put(segment);
  }

  /// Keep how many a segment had when a day began; the first word about a day counts.
  void size(String id, LocalDate day, int members) {
    database.transaction(s ->
        s.update(
            "INSERT INTO segment_size (id, epoch_day, members) SELECT ?, ?, ? WHERE NOT EXISTS"
                + " (SELECT 1 FROM segment_size WHERE id = ? AND epoch_day = ?)",
            id,
            (int) day.toEpochDay(),
            members,
            id,
            (int) day.toEpochDay()));
  }

  List<SegmentDay> sizes(String id, int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT epoch_day, members FROM segment_size WHERE id = ? ORDER BY epoch_day DESC"
                + " LIMIT ?",
            row ->
                new SegmentDay(
                    LocalDate.ofEpochDay(row.intValue("epoch_day")), row.intValue("members")),
            id,
            limit));
  }
}
