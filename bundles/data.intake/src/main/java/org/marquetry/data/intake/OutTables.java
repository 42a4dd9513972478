package org.marquetry.data.intake;

/// The clean rows of all files, in the staging database, as the warehouse takes them.
final class OutTables {
  private OutTables() {}

  static void create(Staging staging) {
    staging.run(
        "CREATE TABLE out_events(file INTEGER, row BIGINT, event_id VARCHAR, type VARCHAR,"
            + " occurred_at TIMESTAMP, customer_id VARCHAR, visitor_id VARCHAR, session_id VARCHAR,"
            + " site VARCHAR, product_id VARCHAR, order_id VARCHAR, line INTEGER, quantity DOUBLE,"
            + " amount_minor BIGINT, discount_minor BIGINT, currency VARCHAR, weight DOUBLE,"
            + " properties VARCHAR)");
    staging.run(
        "CREATE TABLE out_products(file INTEGER, row BIGINT, product_id VARCHAR, title VARCHAR,"
            + " category VARCHAR, subcategory VARCHAR, brand VARCHAR, price_minor BIGINT, currency"
            + " VARCHAR, unit VARCHAR, description VARCHAR, url VARCHAR, attributes VARCHAR)");
    staging.run(
        "CREATE TABLE out_customers(file INTEGER, row BIGINT, customer_id VARCHAR, name VARCHAR,"
            + " email VARCHAR, phone VARCHAR, language VARCHAR, city VARCHAR, country VARCHAR,"
            + " birth_year INTEGER, gender VARCHAR, consent_email VARCHAR, attributes VARCHAR)");
    staging.run(
        "CREATE TABLE out_campaigns(file INTEGER, row BIGINT, campaign_id VARCHAR, name VARCHAR,"
            + " kind VARCHAR, starts_at TIMESTAMP, ends_at TIMESTAMP)");
    staging.run(
        "CREATE TABLE out_campaign_members(file INTEGER, row BIGINT, campaign_id VARCHAR,"
            + " customer_id VARCHAR, variant VARCHAR, sent_at TIMESTAMP)");
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
