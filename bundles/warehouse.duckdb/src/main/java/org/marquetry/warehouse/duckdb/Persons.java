package org.marquetry.warehouse.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.api.StoredRecord;

/// What the warehouse knows about persons.
final class Persons {
  static final Declaration DECLARATION =
      new Declaration(
          "warehouse",
          List.of("data/warehouse"),
          List.of(
              "v1.campaign_members.customer_id",
              "v1.campaign_members.sent_at",
              "v1.customers.*",
              "v1.decisions.candidates",
              "v1.decisions.customer_id",
              "v1.decisions.decided_at",
              "v1.decisions.decision_id",
              "v1.decisions.reasons",
              "v1.decisions.visitor_id",
              "v1.events.bot_probability",
              "v1.events.customer_id",
              "v1.events.decision_id",
              "v1.events.event_id",
              "v1.events.occurred_at",
              "v1.events.order_id",
              "v1.events.properties",
              "v1.events.received_at",
              "v1.events.session_id",
              "v1.events.visitor_id",
              "v1.events.weight",
              "v1.imported_customers.customer_id",
              "v1.order_lines.customer_id",
              "v1.order_lines.event_id",
              "v1.order_lines.order_id",
              "v1.order_lines.ordered_at",
              "v1.outcomes.customer_id",
              "v1.outcomes.decision_id",
              "v1.outcomes.event_id",
              "v1.outcomes.occurred_at",
              "v1.outcomes.order_id"),
          "Analysis: who bought, saw and got what, from which profiles, recommendations, campaigns"
              + " and their measurement are made.",
          "Until erased, with former values for the undo of imports; sales, sends, decisions and"
              + " outcomes stay under a random customer id, with times cut to a quarter of an hour"
              + " and without texts, features and reasons.");

  private static final int PAGE = 10_000;
  private static final String HIS =
      "(customer_id IN (SELECT id FROM temp.asked_customers) OR (customer_id IS NULL AND visitor_id"
          + " IN (SELECT id FROM temp.asked_visitors)))";
  private static final String REACHED =
      "(lower(email) IN (SELECT lower(id) FROM temp.asked_texts) OR phone IN (SELECT id FROM"
          + " temp.asked_texts))";
  private static final List<String> EXPORTED =
      List.of(
          "v1.customers WHERE customer_id IN (SELECT id FROM temp.asked_customers) ORDER BY"
              + " customer_id",
          "v1.events WHERE " + HIS + " ORDER BY occurred_at, event_id",
          "v1.decisions WHERE " + HIS + " ORDER BY decided_at, decision_id",
          "v1.campaign_members WHERE customer_id IN (SELECT id FROM temp.asked_customers) ORDER BY"
              + " campaign_id",
          "store.former_customers WHERE customer_id IN (SELECT id FROM temp.asked_customers) ORDER"
              + " BY by_number",
          "store.former_events WHERE " + HIS + " ORDER BY by_number, event_id",
          "store.former_campaign_members WHERE customer_id IN (SELECT id FROM temp.asked_customers)"
              + " ORDER BY by_number");

  private Persons() {}

  /// Asked on a connection of its own.
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /// Of known customers what stands under them; of a mail address or phone alone, whose it is or
  /// was.
  static PersonIds related(Connection connection, PersonIds person) throws SQLException {
    ask(connection, person);
    Map<Kind, Set<String>> found = new HashMap<>();
    if (person.of(Kind.CUSTOMER).isEmpty() && person.of(Kind.VISITOR).isEmpty()) {
      collect(
          connection,
          found,
          "SELECT 'CUSTOMER', customer_id FROM v1.customers WHERE "
              + REACHED
              + " UNION SELECT 'CUSTOMER', customer_id FROM store.former_customers WHERE "
              + REACHED
              + " UNION SELECT 'CUSTOMER', customer_id FROM (SELECT customer_id,"
              + " json_extract_string(properties, '$.email') AS email,"
              + " json_extract_string(properties, '$.phone') AS phone FROM v1.events WHERE"
              + " customer_id IS NOT NULL AND json_valid(properties) AND (contains(properties,"
              + " '\"email\"') OR contains(properties, '\"phone\"'))) WHERE "
              + REACHED);
    } else {
      collect(
          connection,
          found,
          "SELECT 'VISITOR', visitor_id FROM v1.events WHERE customer_id IN (SELECT id FROM"
              + " temp.asked_customers) UNION SELECT 'VISITOR', visitor_id FROM v1.decisions WHERE"
              + " customer_id IN (SELECT id FROM temp.asked_customers) UNION SELECT 'EMAIL', email"
              + " FROM v1.customers WHERE customer_id IN (SELECT id FROM temp.asked_customers)"
              + " UNION SELECT 'PHONE', phone FROM v1.customers WHERE customer_id IN (SELECT id"
              + " FROM temp.asked_customers) UNION SELECT 'EMAIL', email FROM"
              + " store.former_customers WHERE customer_id IN (SELECT id FROM temp.asked_customers)"
              + " UNION SELECT 'PHONE', phone FROM store.former_customers WHERE customer_id IN"
              + " (SELECT id FROM temp.asked_customers)");
      collect(connection, found, earlier("email", "EMAIL") + " UNION " + earlier("phone", "PHONE"));
    }
    PersonIds related = PersonIds.NONE;
    for (Map.Entry<Kind, Set<String>> kind : found.entrySet()) {
      related = related.and(kind.getKey(), kind.getValue());
    }
    return related;
  }

  /// An address or number that stood in an event; the customer may have another one today.
  private static String earlier(String property, String kind) {
    return "SELECT '%s', json_extract_string(properties, '$.%s') FROM v1.events WHERE json_valid(properties) AND %s"
        .formatted(kind, property, HIS);
  }

  static PersonIds shared(Connection connection, PersonIds person) throws SQLException {
    ask(connection, person);
    Map<Kind, Set<String>> found = new HashMap<>();
    collect(
        connection,
        found,
        "SELECT DISTINCT 'VISITOR', visitor_id FROM v1.events WHERE visitor_id IN (SELECT id FROM"
            + " temp.asked_visitors) AND customer_id NOT IN (SELECT id FROM temp.asked_customers)"
            + " UNION SELECT 'EMAIL', t.id FROM temp.asked_texts t JOIN v1.customers c ON"
            + " lower(c.email) = lower(t.id) AND c.customer_id NOT IN (SELECT id FROM"
            + " temp.asked_customers) UNION SELECT 'PHONE', t.id FROM temp.asked_texts t JOIN"
            + " v1.customers c ON c.phone = t.id AND c.customer_id NOT IN (SELECT id FROM"
            + " temp.asked_customers)");
    PersonIds shared = PersonIds.NONE;
    for (Map.Entry<Kind, Set<String>> kind : found.entrySet()) {
      shared = shared.and(kind.getKey(), kind.getValue());
    }
    return shared;
  }

  static List<StoredRecord> export(Connection connection, PersonIds person) throws SQLException {
    ask(connection, person);
    List<StoredRecord> records = new ArrayList<>();
    for (String from : EXPORTED) {
      try (PreparedStatement s = connection.prepareStatement("SELECT * FROM " + from);
          ResultSet r = s.executeQuery()) {
        while (r.next()) {
          records.add(
              new StoredRecord("warehouse", from.substring(0, from.indexOf(' ')), fields(r)));
        }
      }
    }
    return records;
  }

  private static Map<String, String> fields(ResultSet row) throws SQLException {
    Map<String, String> fields = new HashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String value = row.getString(i);
      if (value != null) {
        fields.put(row.getMetaData().getColumnName(i), value);
      }
    }
    return fields;
  }

  static void everybody(Connection connection, Consumer<PersonIds> pages) throws SQLException {
    page(
        connection,
        Kind.CUSTOMER,
        "SELECT customer_id FROM v1.customers UNION SELECT customer_id FROM v1.events UNION SELECT"
            + " customer_id FROM v1.decisions UNION SELECT customer_id FROM v1.campaign_members"
            + " UNION SELECT customer_id FROM store.former_customers UNION SELECT customer_id FROM"
            + " store.former_events",
        pages);
    page(
        connection,
        Kind.VISITOR,
        "SELECT visitor_id FROM v1.events UNION SELECT visitor_id FROM v1.decisions",
        pages);
  }

  private static void page(Connection connection, Kind kind, String sql, Consumer<PersonIds> pages)
      throws SQLException {
    Set<String> page = new TreeSet<>();
    try (PreparedStatement s = connection.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        String id = r.getString(1);
        if (id != null) {
          page.add(id);
        }
        if (page.size() >= PAGE) {
          pages.accept(PersonIds.NONE.and(kind, page));
          page.clear();
        }
      }
    }
    pages.accept(PersonIds.NONE.and(kind, page));
  }

  private static void ask(Connection connection, PersonIds person) throws SQLException {
    PersonEraser.names(connection, "asked_customers", person.of(Kind.CUSTOMER));
    PersonEraser.names(connection, "asked_visitors", person.of(Kind.VISITOR));
    Set<String> texts = new TreeSet<>(person.of(Kind.EMAIL));
    texts.addAll(person.of(Kind.PHONE));
    PersonEraser.names(connection, "asked_texts", texts);
  }

  /// Rows of a kind and an identifier; blank ones are passed over.
  private static void collect(Connection connection, Map<Kind, Set<String>> found, String sql)
      throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        String id = r.getString(2);
        if (id != null && !id.isBlank()) {
          found.computeIfAbsent(Kind.valueOf(r.getString(1)), k -> new TreeSet<>()).add(id);
        }
      }
    }
  }
}
