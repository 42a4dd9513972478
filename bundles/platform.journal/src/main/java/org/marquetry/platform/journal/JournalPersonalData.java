package org.marquetry.platform.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.privacy.spi.PersonalData;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.VisitorId;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Answers for what the journal keeps about persons.
@Provider("journal")
@Component
public final class JournalPersonalData implements PersonalData {
  private static final String STORE = "journal";
  private static final int PAGE = 10_000;
  private static final int SHORTEST_TEXT = 6;

  private final Journal journal;

  @Activate
  public JournalPersonalData(@Reference Journal journal) {
    this.journal = journal;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        STORE,
        List.of("data/journal"),
        List.of("customer", "visitor", "session", "order", "decision", "occurredAt", "properties"),
        "The truth for facts: events of the shop, decisions, sends and outcomes, from which all else"
            + " is made.",
        "Until trimmed after load and backup; an erasure overwrites the person's records and leaves"
            + " their places and a fingerprint of each event id.");
  }

  @Override
  public Layer layer() {
    return Layer.FACTS;
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    Set<String> keys = keys(person);
    Set<Integer> partitions = new TreeSet<>();
    keys.forEach(k -> partitions.add(FileJournal.partition(k, journal.partitions())));
    List<StoredRecord> records = new ArrayList<>();
    for (int partition : partitions) {
      events(
          partition,
          event -> {
            if (keys.contains(event.partitionKey())) {
              records.add(new StoredRecord(STORE, event.type(), fields(event)));
            }
          });
    }
    return records;
  }

  @Override
  public void everybody(Consumer<PersonIds> pages) {
    Set<String> customers = new HashSet<>();
    Set<String> visitors = new HashSet<>();
    for (int partition = 0; partition < journal.partitions(); partition++) {
      events(
          partition,
          event -> {
            event.customer().ifPresent(c -> customers.add(c.value()));
            event.visitor().ifPresent(v -> visitors.add(v.value()));
          });
      pages.accept(PersonIds.NONE.and(Kind.CUSTOMER, customers).and(Kind.VISITOR, visitors));
      customers.clear();
      visitors.clear();
    }
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    progress.step(new Words("日志", "the journal"));
    return journal.erase(keys(erasure.person()), texts(erasure.person()));
  }

  private void events(int partition, Consumer<Event> consumer) {
    List<JournalEntry> page = journal.replay(partition, 0, PAGE);
    while (!page.isEmpty()) {
      page.stream().flatMap(e -> e.event().stream()).forEach(consumer);
      page = journal.replay(partition, page.getLast().offset() + 1, PAGE);
    }
  }

  private static Set<String> keys(PersonIds person) {
    Set<String> keys = new HashSet<>();
    person.of(Kind.CUSTOMER).forEach(c -> keys.add("c:" + c));
    person.of(Kind.VISITOR).forEach(v -> keys.add("v:" + v));
    return keys;
  }

  /// What may stand in the words of other people's events.
  private static Set<String> texts(PersonIds person) {
    Set<String> texts = new HashSet<>();
    for (Collection<String> ids : List.of(person.of(Kind.EMAIL), person.of(Kind.PHONE))) {
      ids.stream().filter(t -> t.length() >= SHORTEST_TEXT).forEach(texts::add);
    }
    return texts;
  }

  private static Map<String, String> fields(Event event) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", event.id());
    fields.put("occurredAt", event.occurredAt().toString());
    fields.put("receivedAt", event.receivedAt().toString());
    put(fields, "customer", event.customer().map(CustomerId::value));
    put(fields, "visitor", event.visitor().map(VisitorId::value));
    put(fields, "session", event.session());
    put(fields, "site", event.site());
    put(fields, "product", event.product().map(p -> p.value()));
    put(fields, "order", event.order().map(o -> o.value()));
    put(fields, "decision", event.decision().map(d -> d.value()));
    event.quantity().ifPresent(q -> fields.put("quantity", Double.toString(q)));
    event
        .money()
        .ifPresent(m -> {
          fields.put("amountMinor", Long.toString(m.minor()));
          fields.put("currency", m.currency());
        });
    event.properties().forEach((name, value) -> fields.put("properties." + name, value));
    return fields;
  }

  private static void put(Map<String, String> fields, String name, Optional<String> value) {
    value.ifPresent(v -> fields.put(name, v));
  }
}
