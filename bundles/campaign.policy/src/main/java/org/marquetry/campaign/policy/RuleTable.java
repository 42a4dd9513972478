package org.marquetry.campaign.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.marquetry.campaign.api.ContactRules.Change;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.QuietHours;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The rules of contact, and the seed list, in the operational store.
@Component(service = RuleTable.class)
public final class RuleTable {
  /// What holds until somebody says otherwise: nights are quiet, and marketing comes at most twice
  /// in 7 days.
  private static final Map<Purpose, RuleSet> USUAL =
      new EnumMap<>(
          Map.of(
              Purpose.MARKETING,
              new RuleSet(
                  Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0))),
                  Map.of(),
                  Optional.of(FrequencyCap.USUAL)),
              Purpose.SERVICE,
              RuleSet.NONE));

  private static final String IN_SUM = ""; // no channel has this name

  private final Database database;
  private final ConcurrentMap<Purpose, RuleSet> now = new ConcurrentHashMap<>();

  @Activate
  public RuleTable(@Reference Databases databases) {
    database =
        Actor.SYSTEM.call(
            () -> databases.open(RuleTable.class, List.of("0001-rules.sql", "0002-seeds.sql")));
    USUAL.forEach((purpose, usual) -> {
      List<Change> changes = history(purpose);
      now.put(purpose, changes.isEmpty() ? usual : changes.getFirst().rules());
    });
  }

  SeedTable seeds() {
    return new SeedTable(database);
  }

  RuleSet rules(Purpose purpose) {
    return now.getOrDefault(purpose, RuleSet.NONE);
  }

  synchronized void add(Purpose purpose, Change change) {
    database.transaction(s -> {
      RuleSet rules = change.rules();
      long number =
          s.one("SELECT coalesce(max(number), 0) + 1 AS n FROM rule_set", r -> r.longValue("n"))
              .orElse(1L);
      s.update(
          "INSERT INTO rule_set (number, purpose, quiet_from, quiet_until, set_by, set_at) VALUES"
              + " (?, ?, ?, ?, ?, ?)",
          number,
          purpose.id(),
          rules.quiet().map(q -> q.from().toString()).orElse(null),
          rules.quiet().map(q -> q.until().toString()).orElse(null),
          change.by(),
          change.at());
      rules.byChannel().forEach((channel, cap) -> add(s, number, channel, cap));
      rules.inSum().ifPresent(cap -> add(s, number, IN_SUM, cap));
      return number;
    });
    now.put(purpose, change.rules());
  }

  private static void add(Session s, long number, String channel, FrequencyCap cap) {
    s.update(
        "INSERT INTO rule_cap (number, channel, messages, days) VALUES (?, ?, ?, ?)",
        number,
        channel,
        cap.messages(),
        cap.days());
  }

  /// Newest first.
  List<Change> history(Purpose purpose) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM rule_set WHERE purpose = ? ORDER BY number DESC",
            r -> change(s, r),
            purpose.id()));
  }

  private static Change change(Session s, Row r) {
    Map<String, FrequencyCap> caps = new TreeMap<>();
    s.query(
            "SELECT * FROM rule_cap WHERE number = ?",
            c ->
                Map.entry(
                    c.string("channel"),
                    new FrequencyCap(c.intValue("messages"), c.intValue("days"))),
            r.longValue("number"))
        .forEach(c -> caps.put(c.getKey(), c.getValue()));
    Optional<FrequencyCap> inSum = Optional.ofNullable(caps.remove(IN_SUM));
    Optional<QuietHours> quiet =
        r.optString("quiet_from")
            .map(from ->
                new QuietHours(LocalTime.parse(from), LocalTime.parse(r.string("quiet_until"))));
    Instant at = r.instant("set_at");
    return new Change(at, r.string("set_by"), new RuleSet(quiet, caps, inSum));
  }
}
