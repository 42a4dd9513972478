package org.marquetry.profile.core.segment;

import static org.marquetry.profile.api.SegmentRule.all;
import static org.marquetry.profile.api.SegmentRule.atLeast;
import static org.marquetry.profile.api.SegmentRule.between;
import static org.marquetry.profile.api.SegmentRule.daysAgo;
import static org.marquetry.profile.api.SegmentRule.oneOf;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.Row;
import org.marquetry.profile.api.SegmentRule.Thing;
import org.marquetry.profile.api.SegmentTemplate;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Words;

/// Segments that every shop can start from.
final class Templates {
  static final List<SegmentTemplate> ALL =
      List.of(
          template(
              "once-60-120",
              new Words("60 至 120 天前购买过一次", "Bought once, 60 to 120 days ago"),
              new Words("第二单的最佳时机", "The time for a second order"),
              all(between(Traits.ORDERS, 1, 1), daysAgo(Traits.LAST_ORDER, 60, 120))),
          template(
              "lapsing",
              new Words("正在流失的好顾客", "Good customers who lapse"),
              new Words("买过多次，近来没有动静", "Bought often, quiet of late"),
              all(atLeast(Traits.ORDERS, 3), daysAgo(Traits.LAST_ORDER, 90, 365))),
          template(
              "loyal",
              new Words("忠诚顾客", "Loyal customers"),
              new Words("经常购买且最近买过", "Buy often and bought lately"),
              all(atLeast(Traits.ORDERS, 3), daysAgo(Traits.LAST_ORDER, 0, 60))),
          template(
              "new",
              new Words("新顾客", "New customers"),
              new Words("首次购买在最近 30 天内", "First bought within the last 30 days"),
              all(daysAgo(Traits.FIRST_ORDER, 0, 30))),
          template(
              "no-order",
              new Words("尚未下单的新来者", "Newcomers without an order"),
              new Words("来看过，但从未购买", "Came to look and never bought"),
              all(
                  between(Traits.ORDERS, 0, 0),
                  deed(EventTypes.VIEWED, 1, OptionalDouble.empty(), 30))),
          template(
              "looked",
              new Words("看了很多但没有购买", "Looked a lot, did not buy"),
              new Words("有兴趣，需要一个理由", "Interested; a reason is missing"),
              all(
                  deed(EventTypes.VIEWED, 5, OptionalDouble.empty(), 30),
                  deed(EventTypes.ORDERED, 0, OptionalDouble.of(0), 30))),
          template(
              "bargain",
              new Words("优惠爱好者", "Bargain hunters"),
              new Words("半年内至少使用过两次优惠", "Used at least two offers within half a year"),
              all(deed(EventTypes.REDEEMED, 2, OptionalDouble.empty(), 180))),
          template(
              "cart",
              new Words("放弃购物车", "Left the cart"),
              new Words("一周内加购但没有购买", "Put something into the cart this week and did not buy"),
              all(
                  deed(EventTypes.CARTED, 1, OptionalDouble.empty(), 7),
                  deed(EventTypes.ORDERED, 0, OptionalDouble.of(0), 7))),
          template(
              "mail",
              new Words("可以发邮件的老顾客", "Past buyers who agree to e-mail"),
              new Words("半年没有购买，但同意接收邮件", "No purchase for half a year, but they agree to e-mail"),
              all(daysAgo(Traits.LAST_ORDER, 180, 730), oneOf(Traits.CONSENT_EMAIL, "granted"))));

  private Templates() {}

  private static SegmentTemplate template(String id, Words name, Words purpose, Group rule) {
    return new SegmentTemplate(id, name, purpose, rule);
  }

  private static Row deed(String type, double from, OptionalDouble to, int days) {
    return new DeedRow(
        type, Thing.ANYTHING, "", Measure.TIMES, OptionalDouble.of(from), to, OptionalInt.of(days));
  }
}
