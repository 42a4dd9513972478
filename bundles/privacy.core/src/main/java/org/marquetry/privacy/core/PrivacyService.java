package org.marquetry.privacy.core;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.ErasureStatus;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.Privacy;
import org.marquetry.privacy.api.StoredRecord;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Answers for all stores, and starts the jobs that erase.
@Provider("core")
@Component(immediate = true)
public final class PrivacyService implements Privacy {
  private static final Pattern REASON = Pattern.compile("[a-z0-9-]{1,40}");
  private static final int ATTEMPTS = 8; // the pauses between them add up to about three minutes

  private final Path home;
  private final Stores stores;
  private final ErasureBook book;
  private final Jobs jobs;
  private final InstantSource clock;

  @Activate
  public PrivacyService(
      BundleContext context,
      @Reference Stores stores,
      @Reference ErasureBook book,
      @Reference Jobs jobs,
      @Reference InstantSource clock) {
    this(Home.of(context), stores, book, jobs, clock);
  }

  PrivacyService(Path home, Stores stores, ErasureBook book, Jobs jobs, InstantSource clock) {
    this.home = home;
    this.stores = stores;
    this.book = book;
    this.jobs = jobs;
    this.clock = clock;
    book.open().forEach(e -> start(e.id()));
    if (!book.notApplied().isEmpty()) {
      start(ErasureJob.RESTORED);
    }
  }

  private void start(String key) {
    Actor.SYSTEM.call(() -> jobs.start(new JobRequest(ErasureJob.KIND, key, Map.of(), ATTEMPTS)));
  }

  @Override
  public List<Declaration> declarations() {
    return stores.declarations();
  }

  @Override
  public List<String> undeclared() {
    List<Declaration> declared = stores.declarations();
    return new Coverage(home).undeclared(declared, book.remember(declared));
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    return stores.export(stores.whole(stores.meant(person)));
  }

  @Override
  public ErasureStatus erase(PersonIds person, String reason) {
    if (!REASON.matcher(reason).matches()) {
      throw new IllegalArgumentException(
          "reason must be 1 to 40 small letters, digits and hyphens, as in person-asked");
    }
    PersonIds meant = stores.meant(person);
    PersonIds shared = stores.shared(meant);
    if (!shared.isEmpty()) {
      throw new IllegalArgumentException(
          "some of these identifiers belong to another customer too ("
              + shared
              + "); leave them out, they are found and judged by themselves");
    }
    OpenErasure open =
        book.open().stream()
            .filter(e -> meant.without(e.person()).isEmpty())
            .findFirst()
            .orElseGet(() -> begin(meant, reason));
    start(open.id());
    return open.status();
  }

  private OpenErasure begin(PersonIds person, String reason) {
    OpenErasure fresh =
        new OpenErasure(
            UUID.randomUUID().toString(),
            person,
            IdHash.random(16),
            reason,
            Actor.current().name(),
            clock.instant(),
            Map.of(),
            "");
    book.keep(fresh);
    return fresh;
  }

  @Override
  public Optional<ErasureStatus> erasure(String id) {
    return book.all().stream().filter(e -> e.id().equals(id)).findFirst();
  }

  @Override
  public List<ErasureStatus> erasures() {
    return book.all();
  }
}
