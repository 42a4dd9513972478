package org.marquetry.profile.core;

import static org.marquetry.profile.api.Condition.all;
import static org.marquetry.profile.api.Condition.any;
import static org.marquetry.profile.api.Condition.atLeast;
import static org.marquetry.profile.api.Condition.atMost;
import static org.marquetry.profile.api.Condition.equal;
import static org.marquetry.profile.api.Condition.known;
import static org.marquetry.profile.api.Condition.less;
import static org.marquetry.profile.api.Condition.not;
import static org.marquetry.profile.api.Condition.oneOf;

import java.util.List;
import org.marquetry.profile.api.Condition;
import org.marquetry.profile.api.Segment;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.Words;

/// The segments every shop begins with; conditions like anybody's.
final class StandardSegments {
  private static final Condition QUIET =
      any(
          less(Traits.PROBABILITY_ALIVE, 0.5),
          all(not(known(Traits.PROBABILITY_ALIVE)), atMost(Traits.RECENCY_SCORE, 2)));

  static final List<Segment> ALL =
      List.of(
          new Segment("new", new Words("新客户", "New customers"), atMost(Traits.AGE_DAYS, 30)),
          new Segment(
              "loyal",
              new Words("忠诚客户", "Loyal customers"),
              all(
                  atLeast(Traits.FREQUENCY, 3),
                  atLeast(Traits.FREQUENCY_SCORE, 4),
                  atLeast(Traits.RECENCY_SCORE, 4))),
          new Segment(
              "big-spenders", new Words("高消费客户", "Big spenders"), equal(Traits.MONEY_SCORE, 5)),
          new Segment(
              "most-valuable",
              new Words("高价值客户", "Most valuable"),
              oneOf(Traits.VALUE_TIER, "top")),
          new Segment(
              "at-risk",
              new Words("流失风险客户", "At risk"),
              all(
                  atLeast(Traits.FREQUENCY, 2),
                  atLeast(Traits.FREQUENCY_SCORE, 3),
                  atLeast(Traits.RECENCY_DAYS, 30),
                  QUIET)),
          new Segment("lapsed", new Words("已流失客户", "Lapsed"), atLeast(Traits.RECENCY_DAYS, 180)),
          new Segment(
              "once-60-120",
              new Words("60 至 120 天前购买过一次", "Bought once, 60 to 120 days ago"),
              all(
                  equal(Traits.FREQUENCY, 1),
                  atLeast(Traits.RECENCY_DAYS, 60),
                  atMost(Traits.RECENCY_DAYS, 120))),
          new Segment(
              "never-bought", new Words("尚未购买", "Never bought"), equal(Traits.FREQUENCY, 0)));

  private StandardSegments() {}
}
