package org.marquetry.campaign.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.campaign.policy.Known.Send;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.warehouse.api.Warehouse;

/// Reads the published views: consent from `v1.customers`, suppression and sends from `v1.events`
/// and `v1.campaign_members`.
final class WarehouseContactBook implements ContactBook {
  /// Up to so many people are asked for by name; for more, everybody is read.
  private static final int BY_NAME = 1_000;

  private static final class Entry {
    Optional<String> consent = Optional.empty();
    Optional<String> suppressedBy = Optional.empty();
    final List<Send> sends = new ArrayList<>();
  }

  private final Warehouse warehouse;

  WarehouseContactBook(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public Map<CustomerId, Known> lookUp(
      Collection<CustomerId> people, String channel, Instant since) {
    Map<String, Entry> entries = new HashMap<>();
    Scope scope = Scope.of(people);
    if (channel.equals("email")) {
      consent(scope, entries);
    }
    suppression(scope, entries);
    sends(scope, since, entries);
    Map<CustomerId, Known> known = HashMap.newHashMap(entries.size());
    entries.forEach((id, e) ->
        known.put(new CustomerId(id), new Known(e.consent, e.suppressedBy, List.copyOf(e.sends))));
    return known;
  }

  private void consent(Scope scope, Map<String, Entry> entries) {
    warehouse.scan(
        "SELECT customer_id, consent_email FROM v1.customers WHERE consent_email IS NOT NULL"
            + scope.and(),
        scope.arguments(),
        row -> at(entries, row.string("customer_id")).consent = row.optString("consent_email"));
  }

  /// The last word counts: who consents again after unsubscribing is no longer suppressed.
  private void suppression(Scope scope, Map<String, Entry> entries) {
    warehouse.scan(
        "SELECT customer_id, arg_max(type, occurred_at) AS last FROM v1.events"
            + " WHERE type IN ('unsubscribed', 'complained', 'bounced', 'consented')"
            + " AND customer_id IS NOT NULL"
            + scope.and()
            + " GROUP BY customer_id HAVING last <> 'consented'",
        scope.arguments(),
        row -> at(entries, row.string("customer_id")).suppressedBy = row.optString("last"));
  }

  private void sends(Scope scope, Instant since, Map<String, Entry> entries) {
    List<Object> arguments = new ArrayList<>(scope.arguments());
    arguments.addFirst(since);
    arguments.add(since);
    arguments.addAll(scope.arguments());
    warehouse.scan(
        """
        SELECT customer_id, campaign_id, '' AS step, sent_at AS at
        FROM v1.campaign_members WHERE sent_at >= ?%s
        UNION
        SELECT customer_id, coalesce(json_extract_string(properties, '$.campaignId'), ''),
          coalesce(json_extract_string(properties, '$.step'), ''), occurred_at
        FROM v1.events WHERE type = 'sent' AND customer_id IS NOT NULL AND occurred_at >= ?%s
        """
            .formatted(scope.and(), scope.and()),
        arguments,
        row ->
            at(entries, row.string("customer_id"))
                .sends
                .add(new Send(row.string("campaign_id"), row.string("step"), row.instant("at"))));
  }

  private static Entry at(Map<String, Entry> entries, String customer) {
    return entries.computeIfAbsent(customer, _ -> new Entry());
  }

  /// The part of a query that names the people.
  private record Scope(String and, List<Object> arguments) {
    static Scope of(Collection<CustomerId> people) {
      if (people.isEmpty() || people.size() > BY_NAME) {
        return new Scope("", List.of());
      }
      String marks = String.join(", ", Collections.nCopies(people.size(), "?"));
      return new Scope(
          " AND customer_id IN (" + marks + ")",
          people.stream().map(p -> (Object) p.value()).toList());
    }
  }
}
