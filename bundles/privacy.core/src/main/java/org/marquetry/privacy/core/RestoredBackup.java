package org.marquetry.privacy.core;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;

/// Finds, in a data folder that is older than the last erasures, those who were erased since, and
/// opens their erasure again.
final class RestoredBackup {
  private final Stores stores;
  private final ErasureBook book;
  private final InstantSource clock;
  private final Map<String, DoneErasure> wanted = new HashMap<>(); // by hash
  private final Map<String, PersonIds> found = new HashMap<>(); // by erasure

  RestoredBackup(Stores stores, ErasureBook book, InstantSource clock) {
    this.stores = stores;
    this.book = book;
    this.clock = clock;
  }

  void reopen() {
    List<DoneErasure> notApplied = book.notApplied();
    notApplied.forEach(d -> d.hashes().forEach(h -> wanted.put(h, d)));
    long last = book.last();
    stores.each(store -> {
      store.everybody(this::look);
      return store;
    });
    found.values().forEach(this::open);
    book.applied(last); // those found are open now, and on disk
  }

  private void look(PersonIds page) {
    for (Kind kind : Set.of(Kind.CUSTOMER, Kind.VISITOR)) {
      for (String id : page.of(kind)) {
        DoneErasure erased = wanted.get(book.hash().of(kind, id));
        if (erased != null) {
          found.merge(erased.status().id(), PersonIds.of(kind, id), PersonIds::and);
        }
      }
    }
  }

  private void open(PersonIds person) {
    book.keep(
        new OpenErasure(
            UUID.randomUUID().toString(),
            person,
            IdHash.random(16),
            ErasureJob.RESTORED,
            "system",
            clock.instant(),
            Map.of(),
            ""));
  }
}
