package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marquetry.data.intake.Guesser.NamedColumns;
import org.marquetry.shop.api.Words;

/// The role of a file whose columns have names, from special to general.
final class NamedRoles {
  /// @param unused why it is not used; empty for a role
  record Choice(Role role, double confidence, List<String> evidence, Optional<Words> unused) {}

  private NamedRoles() {}

  /// What the mapping says.
  static Choice told(Role role) {
    String why = "mapping.json says so";
    return role == Role.OTHER
        ? other("mapping.json 如此指定", why)
        : new Choice(role, 1, List.of(why), Optional.empty());
  }

  static Choice choose(NamedColumns c) {
    boolean person = c.has(CUSTOMER, VISITOR);
    boolean product = c.has(PRODUCT);
    boolean time = c.has(TIME);
    boolean money = c.has(AMOUNT, UNIT_PRICE);
    if (experiment(c)) {
      return other(
          "像是没有时间的实验数据（" + names(c, VARIANT, OUTCOME) + "）：请用 `lab uplift` 或 `lab experiment`",
          "it looks like an experiment ("
              + names(c, VARIANT, OUTCOME)
              + ") without times: use `lab uplift` or `lab experiment` for it");
    }
    if (person && time && c.has(COUPON) && !c.has(ORDER)) {
      return choice(Role.REDEMPTIONS, c, CUSTOMER, COUPON, TIME);
    }
    if (person && time && c.has(CAMPAIGN) && c.table.file().stem().contains("rede")) {
      return choice(Role.REDEMPTIONS, c, CUSTOMER, CAMPAIGN, TIME);
    }
    if (c.has(CAMPAIGN) && c.has(CUSTOMER) && !product && !money && !c.has(COUPON)) {
      return choice(Role.CAMPAIGN_MEMBERS, c, CAMPAIGN, CUSTOMER);
    }
    if (key(c, CAMPAIGN)
        && !person
        && !product
        && c.has(START, END, CAMPAIGN_KIND, CAMPAIGN_NAME)) {
      return choice(Role.CAMPAIGNS, c, CAMPAIGN, CAMPAIGN_KIND, START, END);
    }
    if (product && c.has(RATING) && person) {
      return time
          ? choice(Role.REVIEWS, c, CUSTOMER, PRODUCT, RATING, TIME)
          : other("评分没有时间列", "ratings without a column of times");
    }
    boolean bought =
        c.has(AMOUNT)
            || (c.has(UNIT_PRICE) && c.has(QUANTITY))
            || (product && c.has(ORDER, QUANTITY));
    if (time && (person || c.has(ORDER)) && bought && !c.has(EVENT_TYPE)) {
      return choice(Role.ORDERS, c, ORDER, CUSTOMER, TIME, PRODUCT, QUANTITY, AMOUNT, UNIT_PRICE);
    }
    if (time && (person || c.has(SESSION)) && (product || c.has(EVENT_TYPE))) {
      return choice(Role.EVENTS, c, CUSTOMER, VISITOR, SESSION, EVENT_TYPE, PRODUCT, TIME);
    }
    boolean described = c.has(TITLE, CATEGORY, SUBCATEGORY, BRAND, UNIT_PRICE, DESCRIPTION);
    if (!person
        && !c.has(ORDER)
        && described
        && (key(c, PRODUCT) || (key(c, KEY) && c.has(UNIT_PRICE, BRAND, CATEGORY)))) {
      return choice(Role.PRODUCTS, c, PRODUCT, TITLE, CATEGORY, BRAND, UNIT_PRICE);
    }
    boolean known = c.has(EMAIL, PHONE, GENDER, PERSON_NAME, BIRTH_YEAR, AGE, CITY, COUNTRY);
    if (!product
        && !c.has(ORDER)
        && c.profiles.size() > 1
        && (key(c, CUSTOMER) || (key(c, KEY) && known))) {
      return choice(Role.CUSTOMERS, c, CUSTOMER, PERSON_NAME, EMAIL, GENDER, AGE, CITY);
    }
    return text(c);
  }

  private static Choice text(NamedColumns c) {
    if (c.has(TEXT) && c.has(TIME) && c.has(CUSTOMER, SESSION)) {
      return c.has(SESSION)
          ? choice(Role.CONVERSATIONS, c, SESSION, CUSTOMER, TEXT, TIME)
          : choice(Role.POSTS, c, CUSTOMER, TEXT, TIME);
    }
    if (c.has(TEXT) && c.has(SESSION)) {
      return other("对话没有时间", "conversations without a time");
    }
    if (c.has(TEXT)) {
      return other("文字没有客户和时间", "texts without a customer and a time");
    }
    List<Words> missing = new ArrayList<>();
    if (!c.has(TIME)) {
      missing.add(new Words("时间", "a time"));
    }
    if (!c.has(CUSTOMER, VISITOR, SESSION, ORDER)) {
      missing.add(new Words("客户、访客或订单", "a customer, visitor or order"));
    }
    if (!c.has(PRODUCT, AMOUNT, RATING)) {
      missing.add(new Words("商品、金额或评分", "a product, an amount or a rating"));
    }
    Words why =
        missing.isEmpty()
            ? new Words(
                "各行既不是唯一的事物，也不是关于客户的事实",
                "its rows are neither unique things nor facts about a customer")
            : new Words(
                "没有这些列：" + joined(missing, Words::zh, "；"),
                "no column for " + joined(missing, Words::en, ", for "));
    return other(
        why.zh() + "；在 mapping.json 中指定类型即可", why.en() + "; a role in mapping.json settles it");
  }

  private static String joined(List<Words> all, Function<Words, String> language, String between) {
    return all.stream().map(language).collect(Collectors.joining(between));
  }

  private static boolean experiment(NamedColumns c) {
    return c.has(VARIANT)
        && c.find(OUTCOME).filter(ColumnProfile::binary).isPresent()
        && !c.has(TIME)
        && !c.has(PRODUCT)
        && c.profiles.stream().anyMatch(ColumnProfile::key);
  }

  private static boolean key(NamedColumns c, Meaning meaning) {
    return c.find(meaning).filter(ColumnProfile::key).isPresent();
  }

  private static Choice other(String zh, String en) {
    return new Choice(Role.OTHER, 0, List.of(), Optional.of(new Words(zh, en)));
  }

  private static Choice choice(Role role, NamedColumns c, Meaning... told) {
    List<String> evidence = new ArrayList<>();
    evidence.add("columns " + names(c, told));
    double confidence = 0.9;
    if (c.table.file().stem().contains(role.word().substring(0, 5))) {
      evidence.add("the file's name");
      confidence = 0.97;
    }
    return new Choice(role, confidence, evidence, Optional.empty());
  }

  private static String names(NamedColumns c, Meaning... meanings) {
    List<String> names = new ArrayList<>();
    for (Meaning m : meanings) {
      c.find(m).ifPresent(p -> names.add(p.name() + " (" + m.word() + ")"));
    }
    return String.join(", ", names);
  }
}
