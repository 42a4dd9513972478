package org.marquetry.data.api;

import java.util.List;
import org.marquetry.data.api.PublishedView.Column;

/// The contract of the warehouse's views, schema `v1`: columns are only added; what leaves or
/// changes its meaning makes a `v2`.
///
/// NULL = not known. Times are UTC. Money is in minor units of an ISO currency. Ask through the
/// `Warehouse` service.
public final class PublishedViews {
  public static final PublishedView EVENTS =
      new PublishedView(
          "v1.events",
          "a fact: something happened, once",
          List.of(
              new Column(
                  "event_id",
                  "VARCHAR",
                  "unique, always; the sender's id, or a hash of the imported row"),
              new Column(
                  "type",
                  "VARCHAR",
                  "always; a type of the vocabulary (viewed, ordered, reviewed, ...), `redeemed`"
                      + " (an offer of a campaign was used, properties.campaignId), or the shop's"
                      + " own"),
              new Column("occurred_at", "TIMESTAMP", "always"),
              new Column("received_at", "TIMESTAMP", "when the suite got it"),
              new Column("customer_id", "VARCHAR", "as sent"),
              new Column("visitor_id", "VARCHAR", "as sent; the anonymous identifier"),
              new Column("session_id", "VARCHAR", ""),
              new Column("site", "VARCHAR", "which site, country or branch of the shop"),
              new Column("product_id", "VARCHAR", ""),
              new Column("order_id", "VARCHAR", ""),
              new Column(
                  "quantity",
                  "DOUBLE",
                  "units; of `ordered` the units of the line, of `returned` the units that came"
                      + " back (positive)"),
              new Column(
                  "amount_minor",
                  "BIGINT",
                  "minor units of `currency`; of `ordered` what was paid for the line, of"
                      + " `returned` what was paid back (positive)"),
              new Column("currency", "VARCHAR", "ISO 4217"),
              new Column("decision_id", "VARCHAR", "the decision that led to it"),
              new Column(
                  "weight", "DOUBLE", "strength that the source gives: a rating, a play count"),
              new Column("properties", "VARCHAR", "JSON object with flat values"),
              new Column("part", "INTEGER", "partition of the journal; NULL for imports"),
              new Column("off", "BIGINT", "offset in the partition; NULL for imports"),
              new Column(
                  "line",
                  "INTEGER",
                  "of `ordered` its number in the order, from 1; of `returned` and `cancelled` the"
                      + " line that it is about"),
              new Column(
                  "by_customer",
                  "BOOLEAN",
                  "always; the customer acts: false for what is done to them (sent, exposed, ...)"
                      + " and for what tells about data"),
              new Column(
                  "bot_probability",
                  "DOUBLE",
                  "how likely a program made it and no person, 0 to 1; of what the shop's pages"
                      + " send"),
              new Column("batch_id", "VARCHAR", "the import that brought it or changed it last")));

  public static final PublishedView ORDER_LINES =
      new PublishedView(
          "v1.order_lines",
          "a line of an order: one product, some units; a line that came again under another event"
              + " id counts once",
          List.of(
              new Column("event_id", "VARCHAR", "always; the event that told the line first"),
              new Column(
                  "order_id",
                  "VARCHAR",
                  "always; made from customer and time when the source has none"),
              new Column("line", "INTEGER", "always; from 1 within the order"),
              new Column("customer_id", "VARCHAR", "NULL: an anonymous purchase"),
              new Column("product_id", "VARCHAR", "NULL: the shop's export has no products"),
              new Column("quantity", "DOUBLE", "always; units, 1 when the source has none"),
              new Column(
                  "amount_minor", "BIGINT", "paid for the line after discounts, minor units"),
              new Column(
                  "discount_minor",
                  "BIGINT",
                  "always; what the line was reduced by, 0 when unknown"),
              new Column("currency", "VARCHAR", "ISO 4217"),
              new Column("ordered_at", "TIMESTAMP", "always"),
              new Column("returned_quantity", "DOUBLE", "always; units that came back"),
              new Column("returned_minor", "BIGINT", "always; paid back"),
              new Column("net_quantity", "DOUBLE", "always; units kept: 0 when cancelled"),
              new Column("net_minor", "BIGINT", "amount kept: 0 when the line is not kept"),
              new Column("cancelled", "BOOLEAN", "always; the line or its order was cancelled"),
              new Column("kept", "BOOLEAN", "always; neither cancelled nor returned as a whole")));

  public static final PublishedView PRODUCTS =
      new PublishedView(
          "v1.products",
          "a product, as last told; also one that only events name",
          List.of(
              new Column("product_id", "VARCHAR", "unique, always"),
              new Column("title", "VARCHAR", ""),
              new Column("category", "VARCHAR", "the broad one"),
              new Column("subcategory", "VARCHAR", "the narrow one"),
              new Column("brand", "VARCHAR", ""),
              new Column("price_minor", "BIGINT", "list price, minor units"),
              new Column("currency", "VARCHAR", "ISO 4217"),
              new Column("unit", "VARCHAR", "size or unit of sale, as the shop writes it"),
              new Column("description", "VARCHAR", ""),
              new Column("url", "VARCHAR", ""),
              new Column("attributes", "VARCHAR", "JSON object: further columns of the source"),
              new Column("first_seen_at", "TIMESTAMP", "first event or first mention"),
              new Column("family_id", "VARCHAR", "what the variants of a product share"),
              new Column("size", "VARCHAR", "of a variant, as the shop writes it"),
              new Column("colour", "VARCHAR", "of a variant, as the shop writes it"),
              new Column("stock", "BIGINT", "units that can be sold now, at least 0"),
              new Column("picture", "VARCHAR", "SHA-256 of the picture that the suite keeps"),
              new Column("picture_url", "VARCHAR", "the shop's address of the picture"),
              new Column(
                  "picture_from", "VARCHAR", "the address that the kept picture came from")));

  public static final PublishedView PRODUCT_PRICES =
      new PublishedView(
          "v1.product_prices",
          "from then on a product had this list price; only changes",
          List.of(
              new Column("product_id", "VARCHAR", "always"),
              new Column("from_at", "TIMESTAMP", "always"),
              new Column("price_minor", "BIGINT", "always; minor units of `currency`"),
              new Column("currency", "VARCHAR", "ISO 4217")));

  public static final PublishedView CUSTOMERS =
      new PublishedView(
          "v1.customers",
          "a customer known to the shop; also one whom only events name",
          List.of(
              new Column("customer_id", "VARCHAR", "unique, always"),
              new Column("name", "VARCHAR", ""),
              new Column("email", "VARCHAR", ""),
              new Column("phone", "VARCHAR", ""),
              new Column("language", "VARCHAR", "IETF tag"),
              new Column("city", "VARCHAR", ""),
              new Column("country", "VARCHAR", ""),
              new Column("birth_year", "INTEGER", ""),
              new Column("gender", "VARCHAR", "as the shop writes it, in lower case"),
              new Column("consent_email", "VARCHAR", "`granted` or `refused`"),
              new Column("attributes", "VARCHAR", "JSON object: further columns of the source"),
              new Column("first_seen_at", "TIMESTAMP", "first event"),
              new Column("last_seen_at", "TIMESTAMP", "last event"),
              new Column("time_zone", "VARCHAR", "IANA name, as it was told")));

  public static final PublishedView CAMPAIGNS =
      new PublishedView(
          "v1.campaigns",
          "a campaign",
          List.of(
              new Column("campaign_id", "VARCHAR", "unique, always"),
              new Column("name", "VARCHAR", ""),
              new Column("kind", "VARCHAR", "as the source writes it"),
              new Column("starts_at", "TIMESTAMP", ""),
              new Column("ends_at", "TIMESTAMP", "")));

  public static final PublishedView CAMPAIGN_MEMBERS =
      new PublishedView(
          "v1.campaign_members",
          "a customer whom a campaign was meant for",
          List.of(
              new Column("campaign_id", "VARCHAR", "always"),
              new Column("customer_id", "VARCHAR", "always"),
              new Column("variant", "VARCHAR", "which version, or the hold-out"),
              new Column("sent_at", "TIMESTAMP", "")));

  public static final PublishedView DECISIONS =
      new PublishedView(
          "v1.decisions",
          "a decision that reached a person or spent money",
          List.of(
              new Column("decision_id", "VARCHAR", "unique, always"),
              new Column("decided_at", "TIMESTAMP", "always"),
              new Column(
                  "point", "VARCHAR", "always; where it was made, for example `campaign.send`"),
              new Column("customer_id", "VARCHAR", ""),
              new Column("visitor_id", "VARCHAR", ""),
              new Column("policy", "VARCHAR", ""),
              new Column("policy_version", "VARCHAR", ""),
              new Column("model_version", "VARCHAR", ""),
              new Column("chosen", "VARCHAR", "JSON array of what was chosen"),
              new Column("probability", "DOUBLE", "probability of the chosen one, in (0, 1]"),
              new Column("candidate_count", "INTEGER", "how many there were"),
              new Column("candidates", "VARCHAR", "JSON array, at most 20: id, score, probability"),
              new Column("arms", "VARCHAR", "JSON object: experiment to arm"),
              new Column("reasons", "VARCHAR", "JSON array: code and facts")));

  public static final PublishedView OUTCOMES =
      new PublishedView(
          "v1.outcomes",
          "an event that carries a decision's id",
          List.of(
              new Column("decision_id", "VARCHAR", "always"),
              new Column("event_id", "VARCHAR", "always"),
              new Column("type", "VARCHAR", "always"),
              new Column("occurred_at", "TIMESTAMP", "always"),
              new Column("customer_id", "VARCHAR", ""),
              new Column("product_id", "VARCHAR", ""),
              new Column("order_id", "VARCHAR", ""),
              new Column("quantity", "DOUBLE", ""),
              new Column("amount_minor", "BIGINT", ""),
              new Column("currency", "VARCHAR", "")));

  public static final PublishedView SHOP =
      new PublishedView(
          "v1.shop",
          "the shop; always one row",
          List.of(
              new Column("name", "VARCHAR", ""),
              new Column("currency", "VARCHAR", "ISO 4217; the reporting currency"),
              new Column("time_zone", "VARCHAR", "IANA name"),
              new Column("first_event_at", "TIMESTAMP", "NULL: no event yet"),
              new Column(
                  "last_event_at",
                  "TIMESTAMP",
                  "the day after it is now for work on historical data")));

  public static final PublishedView PAST_DAYS =
      new PublishedView(
          "v1.past_days",
          "how many events of a type there were on a day, of those that had their time and were"
              + " deleted",
          List.of(
              new Column("day", "TIMESTAMP", "always; its beginning, UTC"),
              new Column("kind", "VARCHAR", "always; the kind of data, as retention names it"),
              new Column("type", "VARCHAR", "always"),
              new Column("site", "VARCHAR", ""),
              new Column("events", "BIGINT", "always"),
              new Column("bots", "BIGINT", "always; bot_probability of 0.5 and more")));

  public static final PublishedView IMPORTS =
      new PublishedView(
          "v1.imports",
          "an import that is loaded",
          List.of(
              new Column("batch_id", "VARCHAR", "unique, always"),
              new Column("number", "BIGINT", "always; rises from import to import"),
              new Column(
                  "first_at",
                  "TIMESTAMP",
                  "when the first event by a customer in its files happened, known before or not; UTC"),
              new Column("last_at", "TIMESTAMP", "when the last one happened; UTC"),
              new Column("sells", "BOOLEAN", "always; whether orders were among them")));

  public static final PublishedView IMPORTED_CUSTOMERS =
      new PublishedView(
          "v1.imported_customers",
          "a customer about whom an import told something new",
          List.of(
              new Column("batch_id", "VARCHAR", "always"),
              new Column("customer_id", "VARCHAR", "always")));

  public static final PublishedView IMPORTED_PRODUCTS =
      new PublishedView(
          "v1.imported_products",
          "a product about which an import told something new",
          List.of(
              new Column("batch_id", "VARCHAR", "always"),
              new Column("product_id", "VARCHAR", "always")));

  public static final List<PublishedView> ALL =
      List.of(
          EVENTS,
          ORDER_LINES,
          PRODUCTS,
          PRODUCT_PRICES,
          CUSTOMERS,
          CAMPAIGNS,
          CAMPAIGN_MEMBERS,
          DECISIONS,
          OUTCOMES,
          SHOP,
          PAST_DAYS,
          IMPORTS,
          IMPORTED_CUSTOMERS,
          IMPORTED_PRODUCTS);

  private PublishedViews() {}
}
