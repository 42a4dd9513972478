package org.marquetry.privacy.core;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.access.api.Users;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.ErasureStatus;
import org.marquetry.privacy.api.ErasureStatus.State;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.Privacy;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// Answers for all stores, and starts the jobs that erase.
@Provider("core")
@Component(immediate = true)
public final class PrivacyService implements Privacy {
  private static final Pattern REASON = Pattern.compile("[a-z0-9-]{1,40}");
  private static final int ATTEMPTS = 8; // the pauses between them add up to about three minutes

  private final Path home;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  volatile @Nullable Users users;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  volatile @Nullable Audit audit;

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
    PersonIds meant = stores.meant(person);
    List<StoredRecord> records = stores.export(stores.whole(meant));
    note("privacy.export", hashed(meant), Map.of("records", Integer.toString(records.size())));
    return records;
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
    Optional<ErasureStatus> known = of(meant);
    if (known.isPresent()) {
      return known.get();
    }
    OpenErasure fresh = fresh(meant, reason);
    boolean alone = !othersMay();
    if (alone) {
      book.keep(fresh);
      start(fresh.id());
    } else {
      book.ask(fresh);
    }
    note("privacy.erase", "erasure/" + fresh.id(), Map.of("reason", reason));
    return fresh.status(alone ? State.OPEN : State.ASKED);
  }

  /// Not done yet.
  private Optional<ErasureStatus> of(PersonIds person) {
    return Stream.concat(
            book.open().stream().map(e -> Map.entry(e.person(), e.status(State.OPEN))),
            book.asked().stream().map(e -> Map.entry(e.person(), e.status(State.ASKED))))
        .filter(e -> person.without(e.getKey()).isEmpty())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public Optional<ErasureStatus> pending(PersonIds person) {
    return person.isEmpty() ? Optional.empty() : of(person);
  }

  @Override
  public ErasureStatus confirm(String id) {
    Optional<OpenErasure> open = book.open().stream().filter(e -> e.id().equals(id)).findFirst();
    if (open.isPresent()) {
      return open.get().status(State.OPEN);
    }
    OpenErasure asked = asked(id);
    if (asked.requestedBy().equals(Actor.current().name()) && othersMay()) {
      throw new Rejected(
          new Words(
              "提出删除的人不能自己确认；请让其他有权删除的人确认",
              "who asked for an erasure cannot confirm it; let another person who may erase do it"));
    }
    book.keep(asked);
    book.notAsked(id);
    start(id);
    note("privacy.confirm", "erasure/" + id, Map.of());
    return asked.status(State.OPEN);
  }

  @Override
  public void refuse(String id) {
    book.notAsked(asked(id).id());
    note("privacy.refuse", "erasure/" + id, Map.of());
  }

  private OpenErasure asked(String id) {
    return book.asked().stream()
        .filter(e -> e.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no erasure of this id waits for a second person"));
  }

  /// Where there are no users, as in a single run of the command line, nobody else may.
  private boolean othersMay() {
    Users all = users;
    return all != null && all.othersMay("privacy.erase");
  }

  private void note(String act, String object, Map<String, String> facts) {
    Audit kept = audit;
    if (kept != null) {
      kept.note(new Audit.Act(act, object, facts));
    }
  }

  /// Names nobody, but can be checked against an identifier.
  private String hashed(PersonIds person) {
    return "person/" + book.hash().of(person).stream().findFirst().orElse("unknown");
  }

  private OpenErasure fresh(PersonIds person, String reason) {
    return new OpenErasure(
        UUID.randomUUID().toString(),
        person,
        IdHash.random(16),
        reason,
        Actor.current().name(),
        clock.instant(),
        Map.of(),
        "");
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
