package org.marquetry.campaign.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.marquetry.campaign.api.ContactLedger;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.SeedList;
import org.marquetry.channel.spi.Channel;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.platform.projection.JournalProjections;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.sql.api.Databases;
import org.marquetry.warehouse.api.Warehouse;

/// The contact policy over a real journal and its ledger, in a folder, with the channels of a test.
public final class RealPolicy implements AutoCloseable {
  private final FileJournal journal;
  private final SharedPool pool = new SharedPool(1);
  private final Ledger ledger;
  private final GuardedContactPolicy policy;
  private final InstantSource clock;

  public RealPolicy(Path folder, Warehouse warehouse, InstantSource clock, Channel channel)
      throws IOException {
    this.clock = clock;
    journal = FileJournal.open(folder.resolve("journal"), clock);
    ledger =
        new Ledger(
            JournalProjections.open(journal, folder.resolve("projections")), journal, warehouse);
    policy =
        new GuardedContactPolicy(ledger, new CoreExperiments(), ZoneOf.utc(clock), pool, false);
    policy.channels = List.of(channel);
  }

  /// From now on the shop's usual rules hold too.
  ///
  /// @return its seed list
  public SeedList seeds(Databases databases) {
    RuleTable rules = new RuleTable(databases);
    policy.stored = rules;
    return new StoredSeedList(rules, new AuditTo(_ -> {}));
  }

  public ContactPolicy policy() {
    return policy;
  }

  public ContactLedger ledger() {
    return new LedgerPages(ledger, null);
  }

  /// They consented a month ago.
  public void consented(List<String> customers) {
    journal.append(
        customers.stream()
            .map(c ->
                Event.builder(
                        "consent-" + c, "consented", clock.instant().minus(Duration.ofDays(30)))
                    .customer(new CustomerId(c))
                    .build())
            .toList());
  }

  /// What was told of one type.
  public List<Event> told(String type) {
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
    journal.close();
  }
}
