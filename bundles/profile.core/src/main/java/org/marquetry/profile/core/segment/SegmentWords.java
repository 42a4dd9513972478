package org.marquetry.profile.core.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.ChoiceRow;
import org.marquetry.profile.api.SegmentRule.DaysAgoRow;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.Join;
import org.marquetry.profile.api.SegmentRule.KnownRow;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.MemberRow;
import org.marquetry.profile.api.SegmentRule.NumberRow;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;

/// Says rules, rows and values in Chinese and English.
///
/// @param currency of money; null = not known
/// @param traits finds a trait that somebody supplies
/// @param titles finds a product's title
/// @param names finds a segment's name
record SegmentWords(
    @Nullable String currency,
    Function<String, Optional<Trait>> traits,
    Function<String, Optional<String>> titles,
    Function<String, Optional<String>> names) {
  private static final Map<String, Said> DEEDS =
      Map.ofEntries(
          Map.entry(EventTypes.ORDERED, new Said("购买", "bought")),
          Map.entry(EventTypes.VIEWED, new Said("浏览", "viewed")),
          Map.entry(EventTypes.SEARCHED, new Said("搜索", "searched")),
          Map.entry(EventTypes.CARTED, new Said("加购", "put into the cart")),
          Map.entry(EventTypes.UNCARTED, new Said("移出购物车", "took out of the cart")),
          Map.entry(EventTypes.REVIEWED, new Said("评价", "reviewed")),
          Map.entry(EventTypes.POSTED, new Said("发帖谈及", "posted about")),
          Map.entry(EventTypes.EXPOSED, new Said("看到展示", "was shown")),
          Map.entry(EventTypes.SENDING, new Said("正在发送", "is being sent")),
          Map.entry(EventTypes.SENT, new Said("收到发送", "was sent")),
          Map.entry(EventTypes.UNSENT, new Said("未发出", "was not sent")),
          Map.entry(EventTypes.DELIVERED, new Said("成功收到", "received")),
          Map.entry(EventTypes.OPENED, new Said("打开消息", "opened a message")),
          Map.entry(EventTypes.CLICKED, new Said("点击", "clicked")),
          Map.entry(EventTypes.REDEEMED, new Said("使用优惠", "used an offer")),
          Map.entry(EventTypes.BOUNCED, new Said("未能送达", "could not be reached")),
          Map.entry(EventTypes.COMPLAINED, new Said("投诉", "complained")),
          Map.entry(EventTypes.UNSUBSCRIBED, new Said("退订", "unsubscribed")),
          Map.entry(EventTypes.CONSENTED, new Said("同意接收", "consented")),
          Map.entry(EventTypes.ANSWERED, new Said("回答问卷", "answered a survey")));

  /// What people do in events of a type.
  static Words deed(String type) {
    return saidOf(type).words();
  }

  private static Said saidOf(String type) {
    return DEEDS.getOrDefault(type, new Said("“" + type + "”", "did “" + type + "”"));
  }

  /// A part of a sentence; may be empty.
  private record Said(String zh, String en) {
    Words words() {
      return new Words(zh, en);
    }
  }

  /// One sentence.
  Words sentence(SegmentRule rule) {
    if (rule instanceof Group(Join join, List<SegmentRule> parts) && parts.isEmpty()) {
      return join == Join.ANY
          ? new Words("没有任何顾客。", "Nobody.")
          : new Words("所有顾客。", "All customers.");
    }
    Said clause = said(rule, true);
    return new Words(clause.zh() + "的顾客。", "Customers who " + clause.en() + ".");
  }

  /// A row or group as what customers did or are.
  Words clause(SegmentRule rule) {
    return said(rule, true).words();
  }

  private Said said(SegmentRule rule, boolean outermost) {
    return switch (rule) {
      case Group(Join join, List<SegmentRule> parts) -> group(join, parts, outermost);
      case NumberRow(String id, OptionalDouble from, OptionalDouble to) ->
          number(id, range(from, to, traits.apply(id).map(Trait::unit).orElse(Trait.Unit.NONE)));
      case DaysAgoRow(String id, OptionalInt from, OptionalInt to) -> date(id, from, to);
      case ChoiceRow(String id, var values) -> choice(id, List.copyOf(values));
      case KnownRow(String id) -> known(id);
      case DeedRow row -> did(row);
      case MemberRow(String id) -> {
        Said missing = new Said("一个已不存在的细分", "a segment that is gone");
        Said name =
            names.apply(id).map(n -> new Said("“" + n + "”", "“" + n + "”")).orElse(missing);
        yield new Said("属于" + name.zh(), "belong to " + name.en());
      }
    };
  }

  private Said group(Join join, List<SegmentRule> parts, boolean outermost) {
    if (parts.isEmpty()) {
      return join == Join.ANY
          ? new Said("不可能满足", "meet a condition that nobody meets")
          : new Said("不限", "meet no particular condition");
    }
    List<Said> clauses = parts.stream().map(part -> said(part, false)).toList();
    boolean bare = outermost || clauses.size() == 1;
    return switch (join) {
      case ALL -> enclosed(joined(clauses, "，且", ", and "), bare);
      case ANY -> enclosed(joined(clauses, "，或", ", or "), bare);
      case NONE -> {
        Said inner = joined(clauses, "；", "; ");
        yield clauses.size() == 1
            ? new Said("并非（" + inner.zh() + "）", "are not those who (" + inner.en() + ")")
            : new Said(
                "以下都不符合（" + inner.zh() + "）", "do not match any of these (" + inner.en() + ")");
      }
    };
  }

  private static Said joined(List<Said> clauses, String zh, String en) {
    return new Said(
        clauses.stream().map(Said::zh).collect(Collectors.joining(zh)),
        clauses.stream().map(Said::en).collect(Collectors.joining(en)));
  }

  private static Said enclosed(Said words, boolean bare) {
    return bare ? words : new Said("（" + words.zh() + "）", "(" + words.en() + ")");
  }

  private Said number(String id, Said range) {
    if (id.equals(Traits.ORDERS.id())) {
      String orders = range.en().matches(".*\\b1") ? " order" : " orders";
      return new Said("下过" + range.zh() + "订单", "placed " + range.en() + orders);
    }
    if (id.equals(Traits.NET_REVENUE.id())) {
      return new Said("累计净消费" + range.zh(), "spent " + range.en() + " in all");
    }
    if (id.equals(Traits.AVERAGE_ORDER.id())) {
      return new Said("平均每单" + range.zh(), "spend " + range.en() + " per order");
    }
    if (id.equals(Traits.QUIET_DAYS.id())) {
      return new Said("距上次活动" + range.zh(), "were last active " + range.en() + " ago");
    }
    Said label = label(id);
    return new Said(label.zh() + range.zh(), "have " + label.en() + " of " + range.en());
  }

  private Said date(String id, OptionalInt from, OptionalInt to) {
    boolean first = id.equals(Traits.FIRST_ORDER.id());
    boolean last = id.equals(Traits.LAST_ORDER.id());
    Said what =
        first
            ? new Said("首次购买在", "first bought")
            : last
                ? new Said("最近一次购买在", "last bought")
                : new Said(label(id).zh() + "在", "have " + label(id).en());
    Said when;
    if (from.isPresent() && to.isPresent() && from.getAsInt() > 0) {
      when =
          new Said(
              " %d 至 %d 天前".formatted(from.getAsInt(), to.getAsInt()),
              " %d to %d days ago".formatted(from.getAsInt(), to.getAsInt()));
    } else if (to.isPresent()) {
      when =
          new Said(
              "最近 %d 天内".formatted(to.getAsInt()),
              " within the last %d days".formatted(to.getAsInt()));
    } else {
      when =
          new Said(
              " %d 天前或更早".formatted(from.orElse(0)),
              " %d days ago or earlier".formatted(from.orElse(0)));
    }
    return new Said(what.zh() + when.zh(), what.en() + when.en());
  }

  private Said choice(String id, List<String> values) {
    boolean consent = id.equals(Traits.CONSENT_EMAIL.id()) || id.equals(Traits.CONSENT_SMS.id());
    if (consent && values.size() == 1) {
      Said channel =
          id.equals(Traits.CONSENT_EMAIL.id()) ? new Said("邮件", "e-mail") : new Said("短信", "SMS");
      return values.getFirst().equals("granted")
          ? new Said("同意接收" + channel.zh(), "agree to " + channel.en())
          : new Said("拒绝接收" + channel.zh(), "refuse " + channel.en());
    }
    Said label = label(id);
    if (values.isEmpty()) {
      return new Said(label.zh() + "尚未选择", "have a " + label.en() + " that is not chosen yet");
    }
    return new Said(
        label.zh() + "为" + values.stream().collect(Collectors.joining("”或“", "“", "”")),
        "have the "
            + label.en()
            + " "
            + values.stream().collect(Collectors.joining("” or “", "“", "”")));
  }

  private Said known(String id) {
    Said label = label(id);
    return new Said("已知" + label.zh(), "have a known " + label.en());
  }

  private Said label(String id) {
    return traits
        .apply(id)
        .map(trait -> new Said(trait.label().zh(), trait.label().en()))
        .orElseGet(() -> new Said("“" + id + "”（已无人提供）", "“" + id + "” (no longer supplied)"));
  }

  private Said did(DeedRow row) {
    Said deed = saidOf(row.deed());
    Said thing = thing(row);
    Said when =
        row.days().isPresent()
            ? new Said(
                "最近 %d 天内".formatted(row.days().getAsInt()),
                " within the last %d days".formatted(row.days().getAsInt()))
            : new Said("", "");
    boolean never = row.to().orElse(1) == 0;
    if (never) {
      return new Said(
          when.zh() + "没有" + deed.zh() + thing.zh(), "never " + deed.en() + thing.en() + when.en());
    }
    Said amount =
        switch (row.measure()) {
          case TIMES -> times(range(row.from(), row.to(), Trait.Unit.NONE), row);
          case UNITS -> {
            Said units = range(row.from(), row.to(), Trait.Unit.NONE);
            yield new Said(units.zh() + " 件", ", " + units.en() + " units");
          }
          case MONEY -> {
            Said money = range(row.from(), row.to(), Trait.Unit.MONEY);
            yield new Said("，金额" + money.zh(), " for " + money.en());
          }
        };
    return new Said(
        when.zh() + deed.zh() + thing.zh() + amount.zh(),
        deed.en() + thing.en() + amount.en() + when.en());
  }

  private static Said times(Said range, DeedRow row) {
    boolean once = row.from().orElse(0) == 1 && row.to().isEmpty();
    return once ? new Said("过", "") : new Said(range.zh() + " 次", " " + range.en() + " times");
  }

  private Said thing(DeedRow row) {
    String name = row.name();
    return switch (row.thing()) {
      case ANYTHING ->
          row.deed().equals(EventTypes.ORDERED) || row.deed().equals(EventTypes.VIEWED)
              ? new Said("商品", " something")
              : new Said("", "");
      case PRODUCT -> {
        String title = titles.apply(name).orElse(name);
        yield new Said("“" + title + "”", " “" + title + "”");
      }
      case CATEGORY -> new Said("“" + name + "”类商品", " something of “" + name + "”");
      case BRAND -> new Said("“" + name + "”牌商品", " something by “" + name + "”");
    };
  }

  private Said range(OptionalDouble from, OptionalDouble to, Trait.Unit unit) {
    if (from.isPresent() && to.isPresent()) {
      Said high = value(unit, to.getAsDouble());
      if (from.getAsDouble() == to.getAsDouble()) {
        return new Said("恰好 " + high.zh(), "exactly " + high.en());
      }
      Said low = value(unit, from.getAsDouble());
      return new Said(" " + low.zh() + " 至 " + high.zh(), low.en() + " to " + high.en());
    }
    Said end = value(unit, from.isPresent() ? from.getAsDouble() : to.orElse(0));
    return from.isPresent()
        ? new Said("至少 " + end.zh(), "at least " + end.en())
        : new Said("至多 " + end.zh(), "at most " + end.en());
  }

  /// Write a number with its unit.
  private Said value(Trait.Unit unit, double value) {
    String plain = plain(value);
    return switch (unit) {
      case DAYS -> new Said(plain + " 天", plain + (value == 1 ? " day" : " days"));
      case ORDERS -> new Said(plain + " 个", plain);
      case SHARE -> {
        String percent = plain(100 * value) + "%";
        yield new Said(percent, percent);
      }
      case MONEY -> {
        String money = currency == null ? plain : new Money(Math.round(value), currency).toString();
        yield new Said(money, money);
      }
      case NONE -> new Said(plain, plain);
    };
  }

  private static String plain(double value) {
    return new BigDecimal(value)
        .setScale(2, java.math.RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /// What is so for one customer, about a row.
  ///
  /// @param value a Double, a String, or nothing known
  Words actual(SegmentRule.Row row, Optional<Object> value) {
    return known(row, value).words();
  }

  private Said known(SegmentRule.Row row, Optional<Object> value) {
    if (value.isEmpty()) {
      return new Said("未知", "not known");
    }
    if (value.get() instanceof Double number) {
      return value(unit(row), number);
    }
    return switch (value.get().toString()) {
      case "granted" -> new Said("同意", "agrees");
      case "refused" -> new Said("拒绝", "refuses");
      case "member" -> new Said("属于", "belongs to it");
      case "no member" -> new Said("不属于", "does not belong to it");
      default -> new Said(value.get().toString(), value.get().toString());
    };
  }

  private Trait.Unit unit(SegmentRule.Row row) {
    return switch (row) {
      case DeedRow deed -> deed.measure() == Measure.MONEY ? Trait.Unit.MONEY : Trait.Unit.NONE;
      case DaysAgoRow _ -> Trait.Unit.DAYS;
      case NumberRow _, ChoiceRow _, KnownRow _, MemberRow _ ->
          SegmentRule.trait(row).flatMap(traits).map(Trait::unit).orElse(Trait.Unit.NONE);
    };
  }
}
