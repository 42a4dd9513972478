package org.marquetry.data.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marquetry.data.api.PageKeys;
import org.marquetry.data.api.PageKeys.PageKey;
import org.marquetry.data.api.PageKeys.WebDay;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Page keys and the daily share of bots at the door for programs. Calls the service through the
/// gate, as the actor who sent the request.
@Component(
    service = {},
    immediate = true)
public final class KeyOperations {
  private static final Ops OPS = new Ops("data.read", "data.configure");

  private final PageKeys keys;
  private final Served served;

  @Activate
  public KeyOperations(BundleContext context, @Reference PageKeys keys) {
    this.keys = keys;
    served = Served.by(context, "data", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param removedAt absent while it counts
  record KeyEntry(
      String id,
      String label,
      List<String> origins,
      boolean countsOrders,
      Instant madeAt,
      Optional<Instant> removedAt) {
    static KeyEntry of(PageKey k) {
      return new KeyEntry(
          k.id(), k.label(), List.copyOf(k.origins()), k.countsOrders(), k.madeAt(), k.removedAt());
    }
  }

  record KeyList(List<KeyEntry> keys) {}

  record WantedKey(String label, List<String> origins, boolean countsOrders) {}

  /// @param html what the shop puts into its pages
  record SnippetText(String html) {}

  /// @param bots events with a bot probability of at least 0.5
  /// @param expectedBots sum of the bot probabilities
  record DayEntry(LocalDate day, long events, long bots, double expectedBots) {}

  record DayList(List<DayEntry> days) {}

  private List<Op> all() {
    return List.of(
        OPS.get(
            "pageKeys.list",
            "/page-keys",
            "List the keys of the shop's pages, also removed ones",
            KeyList.class,
            _ -> new KeyList(keys.keys().stream().map(KeyEntry::of).toList())),
        OPS.get(
            "pageKeys.snippet",
            "/page-keys/{id}/snippet",
            "What the shop puts into its pages; ?address= is where browsers reach the suite",
            SnippetText.class,
            r -> new SnippetText(keys.snippet(r.path("id"), r.query("address").orElse("")))),
        OPS.get(
            "pageDays",
            "/page-days",
            "Page events by day and how many of them bots made; ?from= and ?to= as 2026-11-29",
            DayList.class,
            this::days),
        OPS.change(
            "pageKeys.make",
            "POST /page-keys",
            "Make a key for the shop's pages",
            WantedKey.class,
            KeyEntry.class,
            false,
            this::make),
        OPS.change(
            "pageKeys.change",
            "PUT /page-keys/{id}",
            "Change a key of the shop's pages",
            WantedKey.class,
            KeyEntry.class,
            true,
            this::change),
        OPS.change(
            "pageKeys.remove",
            "DELETE /page-keys/{id}",
            "Remove a key of the shop's pages; can be restored",
            null,
            null,
            true,
            this::remove),
        OPS.change(
            "pageKeys.restore",
            "POST /page-keys/{id}/restore",
            "Let a removed key count again",
            null,
            KeyEntry.class,
            true,
            r -> Answer.ok(KeyEntry.of(keys.restore(r.path("id"))))));
  }

  private DayList days(Request request) {
    LocalDate from = day(request, "from");
    return new DayList(
        keys.days(from, day(request, "to")).stream().map(KeyOperations::entry).toList());
  }

  private static DayEntry entry(WebDay d) {
    return new DayEntry(d.day(), d.events(), d.bots(), d.expectedBots());
  }

  private static LocalDate day(Request request, String name) {
    try {
      return LocalDate.parse(request.query(name).orElse(""));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " must be a day such as 2026-11-29", e);
    }
  }

  private Answer make(Request request) {
    WantedKey wanted = request.body(WantedKey.class);
    return Answer.ok(
        KeyEntry.of(
            keys.make(wanted.label(), Set.copyOf(wanted.origins()), wanted.countsOrders())));
  }

  private Answer change(Request request) {
    WantedKey wanted = request.body(WantedKey.class);
    return Answer.ok(
        KeyEntry.of(
            keys.change(
                request.path("id"),
                wanted.label(),
                Set.copyOf(wanted.origins()),
                wanted.countsOrders())));
  }

  private Answer remove(Request request) {
    keys.remove(request.path("id"));
    return Answer.nothing();
  }
}
