package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.util.List;

/// Products, customers and campaigns: one row an identifier.
final class ThingCleaning {
  private final Staging staging;
  private final Settings settings;
  private final Findings findings;

  ThingCleaning(Staging staging, Settings settings, Findings findings) {
    this.staging = staging;
    this.settings = settings;
    this.findings = findings;
  }

  void products(FileGuess g) {
    FileColumns c = new FileColumns(g, settings);
    String price = c.number(UNIT_PRICE);
    things(g, c.key(PRODUCT), productFacts(g, c), "out_products");
    if (g.has(UNIT_PRICE)) {
      Checks.flag(
          staging,
          g.table().table(),
          c.text(UNIT_PRICE) + " IS NOT NULL AND coalesce(" + price + ", -1) < 0",
          Reason.PRICE_UNREADABLE,
          c.name(UNIT_PRICE),
          c.text(UNIT_PRICE),
          g.table().name(),
          findings);
    }
  }

  private String productFacts(FileGuess g, FileColumns c) {
    String price = c.number(UNIT_PRICE);
    String minor =
        g.has(UNIT_PRICE)
            ? "CASE WHEN " + price + " >= 0 THEN " + Settings.minor(price, c.currency()) + " END"
            : "CAST(NULL AS BIGINT)";
    String currency = g.has(UNIT_PRICE) ? c.currency() : "CAST(NULL AS VARCHAR)";
    String narrow = c.text(SUBCATEGORY);
    String category = "nullif(split_part(" + c.text(CATEGORY) + ", '|', 1), '')";
    String second =
        "coalesce(" + narrow + ", nullif(split_part(" + c.text(CATEGORY) + ", '|', 2), ''))";
    return title(g, c)
        + ", "
        + category
        + ", "
        + second
        + ", "
        + c.text(BRAND)
        + ", "
        + minor
        + ", "
        + currency
        + ", "
        + c.text(UNIT)
        + ", "
        + c.text(DESCRIPTION)
        + ", "
        + c.text(URL)
        + ", "
        + (RoleColumns.keepsAttributes(g.role())
            ? c.attributes(List.of(AGE))
            : "CAST(NULL AS VARCHAR)");
  }

  /// A shop without titles has at least the narrowest category and the size; an identifier in words
  /// is its own title.
  private static String title(FileGuess g, FileColumns c) {
    if (g.has(TITLE)) {
      return c.text(TITLE);
    }
    if (g.column(DESCRIPTION).filter(p -> p.length() < 80).isPresent()) {
      return c.text(DESCRIPTION);
    }
    String made =
        "nullif(concat_ws(' ', coalesce("
            + c.text(SUBCATEGORY)
            + ", "
            + c.text(CATEGORY)
            + "), CASE WHEN coalesce("
            + c.text(SUBCATEGORY)
            + ", "
            + c.text(CATEGORY)
            + ") IS NOT NULL THEN "
            + c.text(UNIT)
            + " END), '')";
    boolean words =
        g.column(PRODUCT)
            .filter(p ->
                p.numeric() < 0.1
                    && p.values().stream().filter(v -> v.matches(".*[a-z]{3,}.*")).count()
                        > 0.8 * p.values().size())
            .isPresent();
    return words ? "coalesce(" + made + ", " + c.id(PRODUCT) + ")" : made;
  }

  void customers(FileGuess g) {
    FileColumns c = new FileColumns(g, settings);
    things(g, c.key(CUSTOMER), customerFacts(g, c), "out_customers");
  }

  private static String customerFacts(FileGuess g, FileColumns c) {
    String birth =
        g.column(BIRTH_YEAR).filter(p -> p.date().isPresent()).isPresent()
            ? "CAST(year(" + c.date(BIRTH_YEAR) + ") AS INTEGER)"
            : "CAST(" + c.number(BIRTH_YEAR) + " AS INTEGER)";
    String consent =
        "CASE WHEN lower("
            + c.text(CONSENT)
            + ") IN ('1', 'yes', 'y', 'true', 't', 'granted', 'subscribed', '是', '同意') THEN"
            + " 'granted' WHEN lower("
            + c.text(CONSENT)
            + ") IN ('0', 'no', 'n', 'false', 'f', 'refused', 'unsubscribed', '否', '拒绝') THEN"
            + " 'refused' END";
    return c.text(PERSON_NAME)
        + ", "
        + c.text(EMAIL)
        + ", "
        + c.text(PHONE)
        + ", "
        + c.text(LANGUAGE)
        + ", "
        + c.text(CITY)
        + ", "
        + c.text(COUNTRY)
        + ", "
        + birth
        + ", lower("
        + c.text(GENDER)
        + "), "
        + consent
        + ", "
        + (RoleColumns.keepsAttributes(g.role())
            ? c.attributes(List.of(AGE))
            : "CAST(NULL AS VARCHAR)");
  }

  private void things(FileGuess g, String key, String facts, String out) {
    Checks checks =
        new Checks()
            .bar("id IS NULL", Reason.ID_MISSING, "", "''")
            .bar("strlen(id) > 64", Reason.ID_TOO_LONG, "", "id")
            .bar(
                "starts_with(id, '=') OR regexp_matches(id, '[[:cntrl:]]')",
                Reason.ID_ODD,
                "",
                "id");
    staging.run(
        "CREATE TABLE things AS SELECT *, "
            + checks.sql()
            + " AS bad FROM (SELECT *, "
            + key
            + " AS id FROM "
            + g.table().table()
            + ")");
    staging.run(
        "UPDATE things SET bad = {'r': 'duplicate-id', 'c': '', 'v': id} WHERE bad IS NULL AND row"
            + " IN ("
            + Checks.repeated("things", "id")
            + ")");
    Checks.take(staging, "things", g.table(), findings);
    staging.run(
        "INSERT INTO "
            + out
            + " SELECT "
            + g.table().index()
            + ", row, id, "
            + facts
            + " FROM things");
    staging.run("DROP TABLE things");
  }

  /// What a file of facts says about products and customers beside them.
  void named(FileGuess g) {
    FileColumns c = new FileColumns(g, settings);
    boolean product =
        g.has(PRODUCT)
            && (g.has(TITLE)
                || g.has(DESCRIPTION)
                || g.has(CATEGORY)
                || g.has(SUBCATEGORY)
                || g.has(BRAND)
                || !title(g, c).startsWith("nullif"));
    if (product) {
      first(g, c.id(PRODUCT), productFacts(g, c), "out_products");
    }
    if (g.has(CUSTOMER)
        && (g.has(EMAIL) || g.has(GENDER) || g.has(CITY) || g.has(COUNTRY) || g.has(BIRTH_YEAR))) {
      first(g, c.id(CUSTOMER), customerFacts(g, c), "out_customers");
    }
  }

  private void first(FileGuess g, String key, String facts, String out) {
    staging.run(
        "INSERT INTO "
            + out
            + " SELECT NULL, row, id, "
            + facts
            + " FROM (SELECT *, "
            + key
            + " AS id FROM "
            + g.table().table()
            + ") WHERE id IS NOT NULL AND strlen(id) <= 64 QUALIFY row_number() OVER (PARTITION BY"
            + " id ORDER BY row) = 1");
  }

  void campaigns(FileGuess g) {
    FileColumns c = new FileColumns(g, settings);
    String name = g.has(CAMPAIGN_NAME) ? c.text(CAMPAIGN_NAME) : c.text(TITLE);
    things(
        g,
        c.key(CAMPAIGN),
        name + ", " + c.text(CAMPAIGN_KIND) + ", " + c.date(START) + ", " + c.date(END),
        "out_campaigns");
  }

  void members(FileGuess g) {
    FileColumns c = new FileColumns(g, settings);
    Checks checks =
        new Checks()
            .bar(
                "campaign_id IS NULL OR customer_id IS NULL",
                Reason.ID_MISSING,
                "",
                "concat_ws(' ', campaign_id, customer_id)")
            .bar(
                "strlen(customer_id) > 64 OR strlen(campaign_id) > 64",
                Reason.ID_TOO_LONG,
                "",
                "customer_id")
            .bar(
                "row_number() OVER (PARTITION BY campaign_id, customer_id ORDER BY row) > 1",
                Reason.DUPLICATE,
                "",
                "customer_id");
    staging.run(
        "CREATE TABLE things AS SELECT *, "
            + checks.sql()
            + " AS bad FROM (SELECT row, "
            + c.id(CAMPAIGN)
            + " AS campaign_id, "
            + c.id(CUSTOMER)
            + " AS customer_id, "
            + c.text(VARIANT)
            + " AS variant, "
            + c.time()
            + " AS sent_at FROM "
            + g.table().table()
            + ")");
    Checks.take(staging, "things", g.table(), findings);
    staging.run(
        "INSERT INTO out_campaign_members SELECT "
            + g.table().index()
            + ", row, campaign_id, customer_id, variant, sent_at FROM things");
    staging.run("DROP TABLE things");
  }
}
