package org.marquetry.profile.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.profile.api.Trait.Kind;
import org.marquetry.profile.api.Trait.Unit;
import org.marquetry.shop.api.Words;

/// The traits that the suite itself knows.
///
/// Purchases of one day count as one purchase, a day is a day in the shop's zone. In a shop without
/// orders (see [ProfileSummary.Basis]) a day with activity takes the place of a purchase.
public final class Traits {
  /// Purchase days.
  public static final Trait FREQUENCY =
      number("frequency", Unit.ORDERS, "购买次数（按天）", "purchase days");

  /// Orders that were not cancelled or returned as a whole; unknown in a shop without orders.
  public static final Trait ORDERS = number("orders", Unit.ORDERS, "订单数", "orders");

  /// Days since the last purchase.
  public static final Trait RECENCY_DAYS =
      number("recencyDays", Unit.DAYS, "距上次购买天数", "days since the last purchase");

  /// Days since the first purchase.
  public static final Trait AGE_DAYS =
      number("ageDays", Unit.DAYS, "距首次购买天数", "days since the first purchase");

  /// Mean days between purchases; unknown before the second one.
  public static final Trait DAYS_BETWEEN =
      number("daysBetweenPurchases", Unit.DAYS, "平均购买间隔天数", "days between purchases");

  /// Days since the last event of any kind.
  public static final Trait QUIET_DAYS =
      number("daysSinceActivity", Unit.DAYS, "距上次活动天数", "days since the last activity");

  /// Paid and kept, after returns and cancellations, in minor units.
  public static final Trait NET_REVENUE = number("netRevenue", Unit.MONEY, "累计净消费", "net revenue");

  /// Net revenue of one order, in minor units.
  public static final Trait AVERAGE_ORDER =
      number("averageOrder", Unit.MONEY, "平均订单金额", "average order");

  /// 1 (long ago) to 5 (just now), fifths of the buyers.
  public static final Trait RECENCY_SCORE =
      number("recencyScore", Unit.NONE, "近度评分", "recency score");

  /// 1 (once) to 5 (often), fifths of the buyers.
  public static final Trait FREQUENCY_SCORE =
      number("frequencyScore", Unit.NONE, "频度评分", "frequency score");

  /// 1 (little) to 5 (much), fifths of the buyers; unknown without amounts.
  public static final Trait MONEY_SCORE = number("moneyScore", Unit.NONE, "金额评分", "money score");

  /// Expected purchases in the time ahead that the summary names.
  public static final Trait EXPECTED_ORDERS =
      number("expectedOrders", Unit.ORDERS, "预计购买次数", "expected purchases");

  /// Probability that the customer still buys at all.
  public static final Trait PROBABILITY_ALIVE =
      number("probabilityAlive", Unit.SHARE, "仍活跃概率", "probability of being active");

  /// Expected discounted spend in the time ahead, in minor units.
  public static final Trait LIFETIME_VALUE =
      number("lifetimeValue", Unit.MONEY, "预计客户价值", "lifetime value");

  /// Year of birth as the shop has it.
  public static final Trait BIRTH_YEAR = number("birthYear", Unit.NONE, "出生年份", "year of birth");

  public static final Trait FIRST_ORDER = date("firstOrder", "首次购买日期", "first purchase");
  public static final Trait LAST_ORDER = date("lastOrder", "最近购买日期", "last purchase");

  /// `top`, `high`, `middle` or `low`; by lifetime value, else by what the customer spent so far,
  /// else by frequency.
  public static final Trait VALUE_TIER = text("valueTier", "价值等级", "value tier");

  /// The category with the strongest affinity.
  public static final Trait TOP_CATEGORY = text("topCategory", "偏好品类", "favourite category");

  /// The brand with the strongest affinity.
  public static final Trait TOP_BRAND = text("topBrand", "偏好品牌", "favourite brand");

  /// The category that the customer kept most units of.
  public static final Trait MAIN_CATEGORY = text("mainCategory", "购买最多的品类", "most bought category");

  /// As the shop has it; personal, so no segment asks for it.
  public static final Trait NAME = text("name", "姓名", "name");

  public static final Trait COUNTRY = text("country", "国家", "country");
  public static final Trait CITY = text("city", "城市", "city");
  public static final Trait LANGUAGE = text("language", "语言", "language");
  public static final Trait GENDER = text("gender", "性别", "gender");

  /// `granted` or `refused`.
  public static final Trait CONSENT_EMAIL = text("consentEmail", "邮件许可", "e-mail consent");

  /// `granted` or `refused`.
  public static final Trait CONSENT_SMS = text("consentSms", "短信许可", "SMS consent");

  /// The traits that a build finds and its segments may ask for, in this order.
  public static final List<Trait> ALL =
      List.of(
          FREQUENCY,
          ORDERS,
          RECENCY_DAYS,
          AGE_DAYS,
          DAYS_BETWEEN,
          QUIET_DAYS,
          NET_REVENUE,
          AVERAGE_ORDER,
          RECENCY_SCORE,
          FREQUENCY_SCORE,
          MONEY_SCORE,
          EXPECTED_ORDERS,
          PROBABILITY_ALIVE,
          LIFETIME_VALUE,
          BIRTH_YEAR,
          FIRST_ORDER,
          LAST_ORDER,
          VALUE_TIER,
          TOP_CATEGORY,
          TOP_BRAND,
          COUNTRY,
          CITY,
          LANGUAGE,
          GENDER,
          CONSENT_EMAIL);

  private Traits() {}

  /// Find a trait by its id.
  public static Optional<Trait> find(String id) {
    return ALL.stream().filter(trait -> trait.id().equals(id)).findFirst();
  }

  private static Trait number(String id, Unit unit, String zh, String en) {
    return new Trait(id, Kind.NUMBER, new Words(zh, en), unit);
  }

  private static Trait text(String id, String zh, String en) {
    return new Trait(id, Kind.TEXT, new Words(zh, en), Unit.NONE);
  }

  private static Trait date(String id, String zh, String en) {
    return new Trait(id, Kind.DATE, new Words(zh, en), Unit.NONE);
  }
}
