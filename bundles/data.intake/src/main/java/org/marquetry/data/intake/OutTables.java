package org.marquetry.data.intake;

/// The clean rows of all files, in the staging database, as the warehouse takes them. Events that
/// stand in a table already are shown from there, not copied.
final class OutTables {
  /// Events that are made one by one; `out_events` has them too.
  static final String MADE = "made_events";

  private final Staging staging;
  private final StringBuilder events = new StringBuilder("SELECT * FROM " + MADE);

  OutTables(Staging staging) {
    this.staging = staging;
    staging.run(
        "CREATE TABLE made_events(file INTEGER, row BIGINT, event_id VARCHAR, type VARCHAR,"
            + " occurred_at TIMESTAMP, customer_id VARCHAR, visitor_id VARCHAR, session_id VARCHAR,"
            + " site VARCHAR, product_id VARCHAR, order_id VARCHAR, line INTEGER, quantity DOUBLE,"
            + " amount_minor BIGINT, discount_minor BIGINT, currency VARCHAR, weight DOUBLE,"
            + " properties VARCHAR)");
    staging.run("CREATE VIEW out_events AS " + events);
    staging.run(
        "CREATE TABLE out_products(file INTEGER, row BIGINT, product_id VARCHAR, title VARCHAR,"
            + " category VARCHAR, subcategory VARCHAR, brand VARCHAR, price_minor BIGINT, currency"
            + " VARCHAR, unit VARCHAR, description VARCHAR, url VARCHAR, attributes VARCHAR)");
    staging.run(
        "CREATE TABLE out_customers(file INTEGER, row BIGINT, customer_id VARCHAR, name VARCHAR,"
            + " email VARCHAR, phone VARCHAR, language VARCHAR, city VARCHAR, country VARCHAR,"
            + " birth_year INTEGER, gender VARCHAR, consent_email VARCHAR, attributes VARCHAR,"
            + " time_zone VARCHAR)");
    staging.run(
        "CREATE TABLE out_campaigns(file INTEGER, row BIGINT, campaign_id VARCHAR, name VARCHAR,"
            + " kind VARCHAR, starts_at TIMESTAMP, ends_at TIMESTAMP)");
    staging.run(
        "CREATE TABLE out_campaign_members(file INTEGER, row BIGINT, campaign_id VARCHAR,"
            + " customer_id VARCHAR, variant VARCHAR, sent_at TIMESTAMP)");
  }

  /// @param select the columns of `out_events`
  void show(String select) {
    events.append(" UNION ALL ").append(select);
    staging.run("CREATE OR REPLACE VIEW out_events AS " + events);
  }

  /// SQL for an event's id that is its key, in at most 64 bytes.
  static String key(String text) {
    return "CASE WHEN strlen(" + text + ") <= 64 THEN " + text + " ELSE md5(" + text + ") END";
  }

  /// SQL for an event's id: the hash of what makes it this event, and its number among equal ones.
  ///
  /// @param parts SQL expressions, without a number for equal ones
  static String eventId(String type, String... parts) {
    String content =
        "concat_ws('|', '"
            + type
            + "', coalesce(CAST("
            + String.join(" AS VARCHAR), '~'), coalesce(CAST(", parts)
            + " AS VARCHAR), '~'))";
    return "md5("
        + content
        + " || '|' || row_number() OVER (PARTITION BY "
        + content
        + " ORDER BY row))";
  }
}
