package org.marquetry.campaign.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.marquetry.campaign.api.ContactRules;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.spi.Channel;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.platform.projection.JournalProjections;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// The policy over a real journal, projection, warehouse and operational store in a folder.
final class TestPolicy implements AutoCloseable {
  static final Instant NOW = TestQuestions.NOW;
  static final InstantSource CLOCK = InstantSource.fixed(NOW);

  final FileJournal journal;
  final DuckDbWarehouse warehouse;
  final Ledger ledger;
  final LedgerPages pages;
  final RuleTable table;
  final GuardedContactPolicy policy;
  private final SharedPool pool = new SharedPool(1);
  private final H2Databases databases;
  private final JournalProjections projections;
  private int events;

  private TestPolicy(Path folder, boolean sample, boolean rules) throws IOException {
    journal = FileJournal.open(folder.resolve("journal"), CLOCK);
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    databases = new H2Databases(folder.resolve("sql"), CLOCK);
    projections = JournalProjections.open(journal, folder.resolve("projections"));
    ledger = new Ledger(projections, journal, warehouse);
    pages = new LedgerPages(ledger, null);
    table = new RuleTable(databases);
    policy =
        new GuardedContactPolicy(ledger, new CoreExperiments(), ZoneOf.utc(CLOCK), pool, sample);
    if (rules) {
      policy.stored = table;
    }
  }

  /// With no rules of the shop.
  static TestPolicy open(Path folder) throws IOException {
    return new TestPolicy(folder, false, false);
  }

  static TestPolicy ofMadeUpShop(Path folder) throws IOException {
    return new TestPolicy(folder, true, false);
  }

  static TestPolicy withRules(Path folder, RuleSet marketing) throws IOException {
    TestPolicy policy = new TestPolicy(folder, false, true);
    policy.rules(Purpose.MARKETING, marketing);
    return policy;
  }

  void rules(Purpose purpose, RuleSet rules) {
    table.add(purpose, new ContactRules.Change(NOW, "test", rules));
  }

  void channels(Channel... channels) {
    policy.channels = List.of(channels);
  }

  Event.Builder event(String type, String customer, Duration ago) {
    return Event.builder("t" + events++, type, NOW.minus(ago)).customer(new CustomerId(customer));
  }

  void consented(String... customers) {
    for (String customer : customers) {
      journal.append(event("consented", customer, Duration.ofDays(40)).build());
    }
  }

  static Outgoing outgoing(String customer, Instant at) {
    return new Outgoing(
        new CustomerId(customer),
        at,
        new Message("x@example.invalid", "en", "s", Message.UNSUBSCRIBE, Message.UNSUBSCRIBE));
  }

  List<Event> facts(String type) {
    return IntStream.range(0, journal.partitions())
        .boxed()
        .flatMap(p -> journal.replay(p, 0, 100_000).stream())
        .flatMap(e -> e.event().stream())
        .filter(e -> e.type().equals(type))
        .toList();
  }

  @Override
  public void close() throws IOException {
    pool.close();
    ledger.stop();
    databases.close();
    warehouse.close();
    journal.close();
  }
}
