package org.marquetry.campaign.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// What files told about people and messages: it went to the warehouse past the journal. Read as a
/// whole at first, and again when an import came or went.
final class Imported {
  private static final String EMAIL_MARKETING =
      Known.told(EventProperties.EMAIL, Purpose.MARKETING.id());

  /// @param imports grows with every import that comes or goes
  /// @param anew how often the ledger was folded anew, as after an erasure
  record Version(int imports, int anew) {}

  private record Content(Version version, Map<String, Known> people) {}

  private final Warehouse warehouse;
  private volatile Optional<Content> content = Optional.empty();

  Imported(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /// What files told: as the warehouse had it when it was asked for this version first.
  ///
  /// @param batches gives when each import was told to the journal
  /// @param lives whether the journal itself knows of a customer's consent
  Map<String, Known> people(
      Version now, Supplier<Map<String, Instant>> batches, Predicate<String> lives) {
    Optional<Content> before = content.filter(c -> c.version().equals(now));
    return before.orElseGet(() -> read(now, batches, lives)).people();
  }

  private synchronized Content read(
      Version now, Supplier<Map<String, Instant>> batches, Predicate<String> lives) {
    if (content.filter(c -> c.version().equals(now)).isPresent()) {
      return content.orElseThrow();
    }
    Map<String, Known> people = new HashMap<>();
    Actor.SYSTEM.run(() -> {
      consents(batches.get(), lives, people);
      zones(batches.get(), people);
      events(people);
      members(people);
    });
    Content read = new Content(now, people);
    content = Optional.of(read);
    return read;
  }

  /// What a customer said that came with an import counts from when it was told, so that it does
  /// not take the place of what the customer said later.
  private void consents(
      Map<String, Instant> batches, Predicate<String> lives, Map<String, Known> people) {
    warehouse.scan(
        "SELECT c.customer_id, c.consent_email, i.batch_id FROM v1.customers c LEFT JOIN"
            + " v1.imported_customers i ON i.customer_id = c.customer_id WHERE c.consent_email IS"
            + " NOT NULL AND c.customer_id NOT LIKE 'erased-%'",
        List.of(),
        row -> {
          Optional<String> batch = row.optString("batch_id");
          String customer = row.string("customer_id");
          if (batch.isPresent() || !lives.test(customer)) {
            Instant at = batch.map(batches::get).orElse(Instant.EPOCH);
            Word word = new Word(row.string("consent_email").intern(), at);
            people.merge(
                customer,
                Known.NOTHING.and(EMAIL_MARKETING, word),
                (known, _) -> known.and(EMAIL_MARKETING, word));
          }
        });
  }

  /// By whose clock they live, told when the import was.
  private void zones(Map<String, Instant> batches, Map<String, Known> people) {
    warehouse.scan(
        "SELECT c.customer_id, c.time_zone, i.batch_id FROM v1.customers c LEFT JOIN"
            + " v1.imported_customers i ON i.customer_id = c.customer_id WHERE c.time_zone IS NOT"
            + " NULL AND c.customer_id NOT LIKE 'erased-%'",
        List.of(),
        row -> {
          Instant at = row.optString("batch_id").map(batches::get).orElse(Instant.EPOCH);
          Map<String, String> told =
              Map.of(EventProperties.TIME_ZONE, row.string("time_zone").strip().intern());
          people.compute(
              row.string("customer_id"),
              (_, known) ->
                  Telling.add(
                      known == null ? Known.NOTHING : known,
                      EventTypes.CUSTOMER_CHANGED,
                      at,
                      told));
        });
  }

  private void events(Map<String, Known> people) {
    warehouse.scan(
        """
        SELECT customer_id, type, occurred_at,
          json_extract_string(properties, '$.campaignId') AS campaign,
          json_extract_string(properties, '$.step') AS step,
          json_extract_string(properties, '$.channel') AS channel,
          json_extract_string(properties, '$.purpose') AS purpose
        FROM v1.events WHERE part IS NULL AND customer_id IS NOT NULL
          AND customer_id NOT LIKE 'erased-%'
          AND type IN ('sent', 'consented', 'unsubscribed', 'complained', 'bounced')
        ORDER BY occurred_at, event_id
        """,
        List.of(),
        row -> {
          Instant at = row.instant("occurred_at");
          String type = row.string("type").intern();
          Map<String, String> properties = properties(row);
          people.compute(
              row.string("customer_id"),
              (_, known) ->
                  Telling.add(known == null ? Known.NOTHING : known, type, at, properties));
        });
  }

  private static Map<String, String> properties(Row row) {
    Map<String, String> properties = new HashMap<>();
    row.optString("campaign").ifPresent(c -> properties.put(EventProperties.CAMPAIGN, c));
    row.optString("step").ifPresent(s -> properties.put(EventProperties.STEP, s));
    row.optString("channel").ifPresent(c -> properties.put(EventProperties.CHANNEL, c));
    row.optString("purpose").ifPresent(p -> properties.put(EventProperties.PURPOSE, p));
    return properties;
  }

  private void members(Map<String, Known> people) {
    warehouse.scan(
        "SELECT customer_id, campaign_id, sent_at FROM v1.campaign_members WHERE sent_at IS NOT NULL"
            + " AND customer_id NOT LIKE 'erased-%' ORDER BY sent_at, campaign_id",
        List.of(),
        row -> {
          Send send =
              new Send(
                  row.string("campaign_id").intern(),
                  "",
                  0,
                  "",
                  Purpose.MARKETING.id(),
                  row.instant("sent_at"),
                  State.SENT,
                  "");
          people.merge(
              row.string("customer_id"),
              Known.NOTHING.and(send),
              (known, _) -> tells(known, send) ? known : known.and(send));
        });
  }

  /// Whether an event told of the send already.
  private static boolean tells(Known known, Send send) {
    return known.sends().stream()
        .anyMatch(s -> s.campaign().equals(send.campaign()) && s.at().equals(send.at()));
  }
}
