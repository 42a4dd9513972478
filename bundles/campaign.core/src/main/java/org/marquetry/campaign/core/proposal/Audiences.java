package org.marquetry.campaign.core.proposal;

import static org.marquetry.profile.api.SegmentRule.all;
import static org.marquetry.profile.api.SegmentRule.atLeast;
import static org.marquetry.profile.api.SegmentRule.between;
import static org.marquetry.profile.api.SegmentRule.daysAgo;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marquetry.campaign.api.Approach;
import org.marquetry.campaign.api.Goal;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.Thing;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.EventTypes;

/// Whom a goal is for: the larger the discount, the less would come by itself.
final class Audiences {
  private Audiences() {}

  /// Whether a goal is about a category of products.
  static boolean hasTheme(Goal goal) {
    return switch (goal) {
      case WIN_BACK, SECOND_ORDER -> false;
      case CROSS_SELL, CLEAR_STOCK -> true;
    };
  }

  /// @param theme category, "" for goals without one
  static Group of(Goal goal, Approach approach, String theme) {
    return switch (goal) {
      case WIN_BACK ->
          switch (approach) {
            case MESSAGE -> all(atLeast(Traits.ORDERS, 1), daysAgo(Traits.LAST_ORDER, 60, 365));
            case GENTLE -> all(atLeast(Traits.ORDERS, 2), daysAgo(Traits.LAST_ORDER, 90, 365));
            case STRONG -> all(atLeast(Traits.ORDERS, 2), daysAgo(Traits.LAST_ORDER, 150, 540));
          };
      case SECOND_ORDER ->
          switch (approach) {
            case MESSAGE -> all(between(Traits.ORDERS, 1, 1), daysAgo(Traits.LAST_ORDER, 14, 180));
            case GENTLE -> all(between(Traits.ORDERS, 1, 1), daysAgo(Traits.LAST_ORDER, 30, 120));
            case STRONG -> all(between(Traits.ORDERS, 1, 1), daysAgo(Traits.LAST_ORDER, 90, 365));
          };
      case CROSS_SELL ->
          switch (approach) {
            case MESSAGE -> all(daysAgo(Traits.LAST_ORDER, 0, 120), never(theme));
            case GENTLE ->
                all(atLeast(Traits.ORDERS, 2), daysAgo(Traits.LAST_ORDER, 15, 120), never(theme));
            case STRONG ->
                all(atLeast(Traits.ORDERS, 3), daysAgo(Traits.LAST_ORDER, 45, 180), never(theme));
          };
      case CLEAR_STOCK ->
          switch (approach) {
            case MESSAGE -> all(bought(theme, 1), daysAgo(Traits.LAST_ORDER, 0, 365));
            case GENTLE -> all(bought(theme, 1), daysAgo(Traits.LAST_ORDER, 45, 365));
            case STRONG -> all(bought(theme, 2), daysAgo(Traits.LAST_ORDER, 90, 540));
          };
    };
  }

  private static SegmentRule bought(String theme, int times) {
    return deed(theme, OptionalDouble.of(times), OptionalDouble.empty());
  }

  private static SegmentRule never(String theme) {
    return deed(theme, OptionalDouble.empty(), OptionalDouble.of(0));
  }

  private static SegmentRule deed(String theme, OptionalDouble from, OptionalDouble to) {
    return new DeedRow(
        EventTypes.ORDERED, Thing.CATEGORY, theme, Measure.TIMES, from, to, OptionalInt.empty());
  }
}
