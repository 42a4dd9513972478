package org.marquetry.data.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.data.api.OwnTypes.EventType;
import org.marquetry.data.api.OwnTypes.Field;
import org.marquetry.data.api.OwnTypes.Kind;
import org.marquetry.data.api.PageKeys.PageKey;
import org.marquetry.platform.api.http.OpenAnswer;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.Event;
import org.marquetry.sql.h2.H2Databases;

/// A page key and its door, on the real stores; the clock is driven.
final class Shop implements AutoCloseable {
  static final String ORIGIN = "https://shop.example";
  static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

  /// Pages may send tastings; who comes is personal.
  private static final Declared OWN =
      new Declared(
          List.of(
              new EventType(
                  "tastingBooked",
                  "Tasting",
                  true,
                  List.of(
                      new Field("persons", Kind.NUMBER, "", false, true),
                      new Field("vegetarian", Kind.TRUTH, "", false, false),
                      new Field("guest", Kind.TEXT, "", true, false))),
              new EventType("stockCounted", "Stock", false, List.of())));

  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private final H2Databases databases;
  private final FileJournal journal;
  final KeyTable keys;
  final PageDoor door;
  final PageKey key;

  Shop(Path folder, boolean countsOrders, int requests, int events) throws IOException {
    databases = new H2Databases(folder, this::now);
    journal = FileJournal.open(folder.resolve("journal"), this::now);
    keys = new KeyTable(databases);
    key =
        keys.add(
            new PageKey(
                "pk_01234567890123456789",
                "shop",
                Set.of(ORIGIN),
                countsOrders,
                now,
                Optional.empty()));
    door =
        new PageDoor(
            keys,
            journal,
            this::now,
            OWN,
            Agents.with(),
            new Buckets(requests),
            new Buckets(events));
  }

  Instant now() {
    return now;
  }

  void wait(Duration time) {
    now = now.plus(time);
  }

  void at(Instant moment) {
    now = moment;
  }

  OpenAnswer post(String origin, String body) {
    return post(origin, body, BROWSER, "203.0.113.7");
  }

  OpenAnswer post(String origin, String body, String agent, String from) {
    return door.handle(
        new Asked(
            "POST",
            "/page/events",
            Map.of("key", key.id()),
            Map.of("Origin", origin, "User-Agent", agent),
            from,
            body));
  }

  OpenAnswer get(String path, String referer, String agent, String from) {
    return door.handle(
        new Asked(
            "GET",
            path,
            Map.of("key", key.id()),
            Map.of("Referer", referer, "User-Agent", agent),
            from,
            ""));
  }

  /// All that is in the journal.
  List<Event> stored() {
    List<Event> all = new ArrayList<>();
    for (int partition = 0; partition < journal.partitions(); partition++) {
      List<JournalEntry> page = journal.replay(partition, 0, 10_000);
      while (!page.isEmpty()) {
        page.forEach(entry -> entry.event().ifPresent(all::add));
        page = journal.replay(partition, page.getLast().offset() + 1, 10_000);
      }
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    journal.close();
    databases.close();
  }
}
