package org.marquetry.copy.api;

/// The facts that writers understand, by name; facts of other names are left unsaid.
public final class FactNames {
  /// Text: the product that the piece is about.
  public static final String PRODUCT_TITLE = "product.title";

  /// Text.
  public static final String PRODUCT_BRAND = "product.brand";

  /// Text.
  public static final String PRODUCT_CATEGORY = "product.category";

  /// Amount: what it costs now.
  public static final String PRODUCT_PRICE = "product.price";

  /// Amount: what it cost before, on record.
  public static final String PRODUCT_WAS = "product.was";

  /// Text: size or content of the package.
  public static final String PRODUCT_SIZE = "product.size";

  /// Text.
  public static final String PRODUCT_MATERIAL = "product.material";

  /// Text.
  public static final String PRODUCT_COLOUR = "product.colour";

  /// Decimal: mean rating of 1 to 5.
  public static final String PRODUCT_RATING = "product.rating";

  /// Count: how many reviews the rating rests on.
  public static final String PRODUCT_REVIEWS = "product.reviews";

  /// Text: what the customer bought, viewed or likes that makes this product fit.
  public static final String REASON_PRODUCT = "reason.product";

  /// Text: the category that the customer buys most.
  public static final String AUDIENCE_CATEGORY = "audience.category";

  /// Text: how the customer is addressed.
  public static final String CUSTOMER_NAME = "customer.name";

  /// Count: orders so far.
  public static final String CUSTOMER_ORDERS = "customer.orders";

  /// Count: whole days since the last order.
  public static final String CUSTOMER_DAYS_SINCE_LAST_ORDER = "customer.daysSinceLastOrder";

  /// Percent off.
  public static final String OFFER_PERCENT = "offer.percent";

  /// Amount off.
  public static final String OFFER_AMOUNT = "offer.amount";

  /// Amount: the least that an order must be worth for the offer.
  public static final String OFFER_MINIMUM = "offer.minimum";

  /// Text: the code that brings the offer.
  public static final String OFFER_CODE = "offer.code";

  /// Day: the last day of the offer.
  public static final String OFFER_ENDS = "offer.ends";

  /// Text.
  public static final String SHOP_NAME = "shop.name";

  private FactNames() {}
}
