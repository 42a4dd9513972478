package org.marquetry.campaign.core.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.CheckSum;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;

/// Launches, and the people of each.
final class LaunchTable {
  /// Rows written in one transaction.
  private static final int CHUNK = 10_000;

  private static final String ERASED = "erased ";

  private final Database database;
  private final InstantSource clock;

  LaunchTable(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @param by id of the actor
  record Launch(
      String campaign,
      int version,
      Uses uses,
      CampaignState state,
      Instant at,
      String by,
      Optional<Instant> ended) {
    static Launch of(Row row) {
      return new Launch(
          row.string("campaign"),
          row.intValue("version"),
          Uses.of(row),
          CampaignState.valueOf(row.string("state")),
          row.instant("at"),
          row.string("by_actor"),
          row.optInstant("ended_at"));
    }
  }

  /// How it stands with one person.
  enum State {
    WAITING,
    SENT,
    /// Nobody knows whether it went out.
    UNKNOWN,
    HELD,
    HOLDOUT,
    STOPPED
  }

  /// @param variant empty: held out
  /// @param code why, where it is held
  record Person(
      CustomerId customer, Optional<String> variant, Instant at, State state, String code) {
    static Person of(Row row) {
      return new Person(
          new CustomerId(row.string("customer")),
          row.optString("variant"),
          row.instant("send_at"),
          State.valueOf(row.string("state")),
          row.string("code"));
    }

    Person to(State next, String why) {
      return new Person(customer, variant, at, next, why);
    }

    /// It is tried again then.
    Person later(Instant then) {
      return new Person(customer, variant, then, State.WAITING, code);
    }
  }

  record Count(State state, String code, int people) {}

  Optional<Launch> find(String campaign) {
    return database.transaction(
        s -> s.one("SELECT * FROM campaign_launch WHERE campaign = ?", Launch::of, campaign));
  }

  /// By campaign.
  Map<String, Launch> all() {
    Map<String, Launch> all = new HashMap<>();
    database
        .transaction(s -> s.query("SELECT * FROM campaign_launch", Launch::of))
        .forEach(l -> all.put(l.campaign(), l));
    return all;
  }

  List<Launch> running() {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM campaign_launch WHERE state IN ('CHOOSING', 'SENDING') ORDER BY at",
            Launch::of));
  }

  Launch begin(String campaign, int version, Uses uses) {
    Launch launch =
        new Launch(
            campaign,
            version,
            uses,
            CampaignState.CHOOSING,
            clock.instant(),
            Actor.current().name(),
            Optional.empty());
    database.transaction(s ->
        s.update(
            "INSERT INTO campaign_launch (campaign, version, mail_version, offer_version, state, at,"
                + " by_actor) VALUES (?, ?, ?, ?, ?, ?, ?)",
            campaign,
            version,
            uses.mail(),
            uses.offer(),
            launch.state().name(),
            launch.at(),
            launch.by()));
    return launch;
  }

  /// Keep who gets it and who is held out; what an earlier try had kept goes.
  void choose(String campaign, CheckSum sum, List<Person> people) {
    database.transaction(s -> {
      s.update("DELETE FROM campaign_person WHERE campaign = ?", campaign);
      return s.update("DELETE FROM campaign_part WHERE campaign = ?", campaign);
    });
    for (int from = 0; from < people.size(); from += CHUNK) {
      List<Person> some = people.subList(from, Math.min(from + CHUNK, people.size()));
      database.transaction(s -> {
        some.forEach(p ->
            s.update(
                "INSERT INTO campaign_person (campaign, customer, variant, send_at, state, code)"
                    + " VALUES (?, ?, ?, ?, ?, ?)",
                campaign,
                p.customer().value(),
                p.variant().orElse(null),
                p.at(),
                p.state().name(),
                p.code()));
        return some;
      });
    }
    database.transaction(s -> {
      sum.parts()
          .forEach((part, count) ->
              s.update(
                  "INSERT INTO campaign_part (campaign, part, people) VALUES (?, ?, ?)",
                  campaign,
                  part.name(),
                  count));
      int begun =
          s.update(
              "UPDATE campaign_launch SET state = 'SENDING' WHERE campaign = ? AND state = 'CHOOSING'",
              campaign);
      return begun == 1
          ? begun // else somebody stopped it meanwhile
          : s.update(
              "UPDATE campaign_person SET state = 'STOPPED' WHERE campaign = ? AND state = 'WAITING'",
              campaign);
    });
  }

  Optional<CheckSum> sum(String campaign) {
    Map<Disposition, Integer> parts = new EnumMap<>(Disposition.class);
    database
        .transaction(s ->
            s.query(
                "SELECT part, people FROM campaign_part WHERE campaign = ?",
                row -> Map.entry(Disposition.valueOf(row.string("part")), row.intValue("people")),
                campaign))
        .forEach(e -> parts.put(e.getKey(), e.getValue()));
    int segment = parts.values().stream().mapToInt(Integer::intValue).sum();
    return parts.isEmpty() ? Optional.empty() : Optional.of(new CheckSum(segment, parts));
  }

  List<Count> counts(String campaign) {
    return database.transaction(s ->
        s.query(
            "SELECT state, code, count(*) AS people FROM campaign_person WHERE campaign = ? GROUP BY"
                + " state, code",
            row ->
                new Count(
                    State.valueOf(row.string("state")), row.string("code"), row.intValue("people")),
            campaign));
  }

  /// When the next one is due.
  Optional<Instant> next(String campaign) {
    return database.transaction(s ->
        s.query(
                "SELECT min(send_at) AS next FROM campaign_person WHERE campaign = ? AND state ="
                    + " 'WAITING'",
                row -> row.optInstant("next"),
                campaign)
            .getFirst());
  }

  List<Person> due(String campaign, Instant now, int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM campaign_person WHERE campaign = ? AND state = 'WAITING' AND send_at <= ?"
                + " ORDER BY send_at, customer LIMIT ?",
            Person::of,
            campaign,
            now,
            limit));
  }

  /// All of one state, by id.
  List<Person> list(String campaign, State state, Optional<CustomerId> after, int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM campaign_person WHERE campaign = ? AND state = ? AND customer > ? ORDER"
                + " BY customer LIMIT ?",
            Person::of,
            campaign,
            state.name(),
            after.map(CustomerId::value).orElse(""),
            limit));
  }

  /// All who get it, or all who are held out, by id.
  List<Person> part(String campaign, boolean heldOut, Optional<CustomerId> after, int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM campaign_person WHERE campaign = ? AND (state = 'HOLDOUT') = ? AND customer"
                + " > ? ORDER BY customer LIMIT ?",
            Person::of,
            campaign,
            heldOut,
            after.map(CustomerId::value).orElse(""),
            limit));
  }

  /// Keep how it stands with these; whom somebody stopped meanwhile stays so, unless it went out.
  void keep(String campaign, List<Person> people) {
    database.transaction(s -> {
      people.forEach(p -> keep(s, campaign, p));
      return people;
    });
  }

  private static void keep(Session session, String campaign, Person person) {
    boolean gone = person.state() == State.SENT || person.state() == State.UNKNOWN;
    session.update(
        "UPDATE campaign_person SET state = ?, code = ?, send_at = ? WHERE campaign = ? AND customer"
            + " = ?"
            + (gone ? "" : " AND state <> 'STOPPED'"),
        person.state().name(),
        person.code(),
        person.at(),
        campaign,
        person.customer().value());
  }

  /// Nothing more goes out.
  void stop(String campaign) {
    database.transaction(s -> {
      s.update(
          "UPDATE campaign_launch SET state = 'STOPPED', ended_at = ? WHERE campaign = ? AND state IN"
              + " ('CHOOSING', 'SENDING')",
          clock.instant(),
          campaign);
      s.update("DELETE FROM campaign_held WHERE campaign = ?", campaign);
      return s.update(
          "UPDATE campaign_person SET state = 'STOPPED' WHERE campaign = ? AND state = 'WAITING'",
          campaign);
    });
  }

  /// Everybody is served, unless somebody waits again.
  void ended(String campaign) {
    database.transaction(s ->
        s.update(
            "UPDATE campaign_launch SET state = 'SENT', ended_at = ? WHERE campaign = ? AND state ="
                + " 'SENDING' AND NOT EXISTS (SELECT 1 FROM campaign_person p WHERE p.campaign = ?"
                + " AND p.state = 'WAITING')",
            clock.instant(),
            campaign,
            campaign));
  }

  /// Let unknown ones count as sent, or be sent again.
  int settle(String campaign, List<CustomerId> people, boolean again) {
    return database.transaction(s -> {
      int settled = 0;
      for (CustomerId person : people) {
        settled +=
            s.update(
                "UPDATE campaign_person SET state = ?, send_at = ? WHERE campaign = ? AND customer ="
                    + " ? AND state = 'UNKNOWN'",
                (again ? State.WAITING : State.SENT).name(),
                clock.instant(),
                campaign,
                person.value());
      }
      if (again && settled > 0) {
        s.update(
            "UPDATE campaign_launch SET state = 'SENDING', ended_at = NULL WHERE campaign = ? AND"
                + " state = 'SENT'",
            campaign);
      }
      return settled;
    });
  }

  boolean isHeld() {
    return !database
        .transaction(
            s -> s.query("SELECT number FROM campaign_hold", row -> row.intValue("number")))
        .isEmpty();
  }

  void hold(boolean on) {
    database.transaction(s -> {
      s.update("DELETE FROM campaign_hold");
      return on
          ? s.update(
              "INSERT INTO campaign_hold (number, at, by_actor) VALUES (1, ?, ?)",
              clock.instant(),
              Actor.current().name())
          : 0;
    });
  }

  /// Those that are held back one by one.
  Set<String> held() {
    return Set.copyOf(
        database.transaction(
            s -> s.query("SELECT campaign FROM campaign_held", row -> row.string("campaign"))));
  }

  void hold(String campaign, boolean on) {
    database.transaction(s -> {
      s.update("DELETE FROM campaign_held WHERE campaign = ?", campaign);
      return on
          ? s.update(
              "INSERT INTO campaign_held (campaign, at, by_actor) VALUES (?, ?, ?)",
              campaign,
              clock.instant(),
              Actor.current().name())
          : 0;
    });
  }

  /// Whether neither the one switch nor its own holds a campaign back.
  boolean mayGoOut(String campaign) {
    return database
        .transaction(s ->
            s.query(
                "SELECT 1 AS held FROM campaign_hold UNION ALL SELECT 1 FROM campaign_held WHERE"
                    + " campaign = ?",
                row -> row.intValue("held"),
                campaign))
        .isEmpty();
  }

  /// What is kept of a person, by campaign.
  Map<String, Person> of(String customer) {
    Map<String, Person> found = new HashMap<>();
    database
        .transaction(s ->
            s.query(
                "SELECT * FROM campaign_person WHERE customer = ?",
                row -> Map.entry(row.string("campaign"), Person.of(row)),
                customer))
        .forEach(e -> found.put(e.getKey(), e.getValue()));
    return found;
  }

  /// A page of all that are named.
  List<String> customers(String after, int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT DISTINCT customer FROM campaign_person WHERE customer > ? AND customer NOT LIKE ?"
                + " ORDER BY customer LIMIT ?",
            row -> row.string("customer"),
            after,
            ERASED + "%",
            limit));
  }

  /// The rows stay and name nobody; who waited gets nothing.
  ///
  /// @param pseudonym under which they stay
  long forget(Iterable<String> customers, String pseudonym) {
    return database.transaction(s -> {
      long rows = 0;
      for (String customer : customers) {
        s.update(
            "UPDATE campaign_person SET state = 'HELD', code = 'campaign.erased' WHERE customer = ?"
                + " AND state = 'WAITING'",
            customer);
        rows +=
            s.update(
                "UPDATE campaign_person SET customer = ? WHERE customer = ?",
                ERASED + pseudonym,
                customer);
      }
      return rows;
    });
  }
}
