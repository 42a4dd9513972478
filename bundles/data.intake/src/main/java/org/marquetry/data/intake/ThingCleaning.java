package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.io.IOException;
import java.util.ArrayList;
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

  void products(FileGuess g) throws IOException, BadFile {
    FileColumns c = new FileColumns(g, settings);
    String price = c.number(UNIT_PRICE);
    TypedRows things = things(g, c.key(PRODUCT), productFacts(g, c), "out_products");
    if (g.has(UNIT_PRICE)) {
      Checks.flag(
          staging,
          things.view(),
          c.text(UNIT_PRICE) + " IS NOT NULL AND coalesce(" + price + ", -1) < 0",
          Reason.PRICE_UNREADABLE,
          c.name(UNIT_PRICE),
          c.text(UNIT_PRICE),
          g.table(),
          findings);
    }
    things.drop();
  }

  private String productFacts(FileGuess g, FileColumns c) {
    String price = c.number(UNIT_PRICE);
    String minor =
        g.has(UNIT_PRICE)
            ? "CASE WHEN "
                + price
                + " >= 0 THEN "
                + Settings.minor(price, c.currency(), List.of())
                + " END"
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
    return words(g) ? "coalesce(" + made + ", " + c.id(PRODUCT) + ")" : made;
  }

  /// The products' identifiers are words.
  private static boolean words(FileGuess g) {
    return g.column(PRODUCT)
        .filter(p ->
            p.numeric() < 0.1
                && p.values().stream().filter(v -> v.matches(".*[a-z]{3,}.*")).count()
                    > 0.8 * p.values().size())
        .isPresent();
  }

  void customers(FileGuess g) throws IOException, BadFile {
    FileColumns c = new FileColumns(g, settings);
    things(g, c.key(CUSTOMER), customerFacts(g, c), "out_customers").drop();
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
            : "CAST(NULL AS VARCHAR)")
        + ", "
        + c.text(TIME_ZONE);
  }

  private TypedRows things(FileGuess g, String key, String facts, String out)
      throws IOException, BadFile {
    Checks checks =
        new Checks()
            .bar("id IS NULL", Reason.ID_MISSING, "", "''")
            .bar("strlen(id) > 64", Reason.ID_TOO_LONG, "", "id")
            .bar(new FileColumns(g, settings).odd("id"), Reason.ID_ODD, "", "id");
    TypedColumns columns = new TypedColumns().add("id", key, true).keep(g.profiles());
    TypedRows things = new TypedRows(staging, g.table(), "things", columns, checks);
    things.barRepeated("hash(id)", "id", Reason.DUPLICATE_ID, "id");
    things.take(findings);
    staging.run(
        "INSERT INTO %s SELECT %d, row, id, %s FROM %s"
            .formatted(out, g.table().index(), facts, things.view()));
    return things;
  }

  /// The cells that [#named] reads.
  static List<ColumnProfile> named(FileGuess g) {
    List<ColumnProfile> cells = new ArrayList<>();
    for (Meaning meaning :
        List.of(
            PRODUCT,
            TITLE,
            DESCRIPTION,
            CATEGORY,
            SUBCATEGORY,
            BRAND,
            UNIT,
            URL,
            UNIT_PRICE,
            CURRENCY)) {
      if (namesProducts(g)) {
        g.column(meaning).ifPresent(cells::add);
      }
    }
    for (Meaning meaning :
        List.of(
            CUSTOMER,
            PERSON_NAME,
            EMAIL,
            PHONE,
            LANGUAGE,
            TIME_ZONE,
            CITY,
            COUNTRY,
            BIRTH_YEAR,
            GENDER,
            CONSENT)) {
      if (namesCustomers(g)) {
        g.column(meaning).ifPresent(cells::add);
      }
    }
    return cells;
  }

  private static boolean namesProducts(FileGuess g) {
    boolean facts =
        g.has(TITLE) || g.has(DESCRIPTION) || g.has(CATEGORY) || g.has(SUBCATEGORY) || g.has(BRAND);
    return g.has(PRODUCT) && (facts || words(g));
  }

  private static boolean namesCustomers(FileGuess g) {
    return g.has(CUSTOMER)
        && (g.has(EMAIL) || g.has(GENDER) || g.has(CITY) || g.has(COUNTRY) || g.has(BIRTH_YEAR));
  }

  /// What a file of facts says about products and customers beside them.
  ///
  /// @param rows of the file, with the cells that are needed
  void named(FileGuess g, String rows) {
    FileColumns c = new FileColumns(g, settings);
    if (namesProducts(g)) {
      first(rows, c.id(PRODUCT), productFacts(g, c), "out_products");
    }
    if (namesCustomers(g)) {
      first(rows, c.id(CUSTOMER), customerFacts(g, c), "out_customers");
    }
  }

  /// What the first row of each says.
  private void first(String rows, String key, String facts, String out) {
    staging.run(
        "INSERT INTO %1$s SELECT NULL, row, %2$s, %3$s FROM %4$s WHERE row IN (SELECT min(row) FROM (SELECT row, %2$s AS id FROM %4$s) WHERE id IS NOT NULL AND strlen(id) <= 64 GROUP BY id)"
            .formatted(out, key, facts, rows));
  }

  void campaigns(FileGuess g) throws IOException, BadFile {
    FileColumns c = new FileColumns(g, settings);
    String name = g.has(CAMPAIGN_NAME) ? c.text(CAMPAIGN_NAME) : c.text(TITLE);
    things(
            g,
            c.key(CAMPAIGN),
            name + ", " + c.text(CAMPAIGN_KIND) + ", " + c.date(START) + ", " + c.date(END),
            "out_campaigns")
        .drop();
  }

  void members(FileGuess g) throws IOException, BadFile {
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
                "customer_id");
    TypedColumns columns =
        new TypedColumns()
            .add("campaign_id", c.id(CAMPAIGN), true)
            .add("customer_id", c.id(CUSTOMER), true)
            .add("variant", c.text(VARIANT), g.has(VARIANT))
            .add("sent_at", c.time(), g.has(TIME));
    TypedRows members = new TypedRows(staging, g.table(), "members", columns, checks);
    members.barRepeated(
        "hash(campaign_id, customer_id)",
        "campaign_id, customer_id",
        Reason.DUPLICATE,
        "customer_id");
    members.take(findings);
    staging.run(
        "INSERT INTO out_campaign_members SELECT %d, row, campaign_id, customer_id, variant, sent_at FROM %s"
            .formatted(g.table().index(), members.view()));
    members.drop();
  }
}
