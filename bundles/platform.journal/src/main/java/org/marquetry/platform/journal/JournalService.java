package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.Appended;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalArchive;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalListener;
import org.marquetry.shop.api.Event;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal of the home folder as a service.
@Provider("journal")
@Component
public final class JournalService implements Journal {
  private static final Logger log = LoggerFactory.getLogger(JournalService.class);

  private final FileJournal journal;

  @Activate
  public JournalService(BundleContext context, @Reference InstantSource clock) throws IOException {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is not set; start the suite with the launcher");
    }
    Path folder = Path.of(home, "data", "journal");
    this.journal = FileJournal.open(folder, clock);
    log.info("Journal open in {}: {} partitions", folder, journal.partitions());
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addListener(JournalListener listener) throws IOException {
    journal.addListener(listener);
  }

  void removeListener(JournalListener listener) {
    journal.removeListener(listener);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void setArchive(JournalArchive archive) {
    journal.setArchive(archive);
  }

  void unsetArchive(JournalArchive archive) {
    journal.removeArchive(archive);
  }

  @Deactivate
  void close() throws IOException {
    journal.close();
  }

  @Override
  public List<Appended> append(List<Event> events) {
    return journal.append(events);
  }

  @Override
  public int partition(String key) {
    return journal.partition(key);
  }

  @Override
  public int partitions() {
    return journal.partitions();
  }

  @Override
  public List<Long> ends() {
    return journal.ends();
  }

  @Override
  public List<Long> awaitMore(List<Long> known, Duration atMost) {
    return journal.awaitMore(known, atMost);
  }

  @Override
  public List<JournalEntry> replay(int partition, long from, int limit) {
    return journal.replay(partition, from, limit);
  }

  @Override
  public long erase(Set<String> keys, Set<String> texts) {
    return journal.erase(keys, texts);
  }

  @Override
  public long expire(Predicate<Event> gone) {
    return journal.expire(gone);
  }

  @Override
  public int trim(List<Long> below) {
    return journal.trim(below);
  }
}
