package org.marquetry.profile.api;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.Thing;
import org.marquetry.shop.api.EventTypes;

/// Value checks of segment rules.
final class SegmentRules {
  private static final int LONGEST_NAME = 200;

  private SegmentRules() {}

  static List<SegmentRule> nodes(SegmentRule rule) {
    List<SegmentRule> nodes = new ArrayList<>();
    collect(rule, nodes);
    return nodes;
  }

  private static void collect(SegmentRule rule, List<SegmentRule> nodes) {
    nodes.add(rule);
    if (rule instanceof Group group) {
      group.parts().forEach(part -> collect(part, nodes));
    }
  }

  static void checkTree(List<SegmentRule> parts) {
    int depth = 1 + parts.stream().mapToInt(SegmentRules::depth).max().orElse(0);
    if (depth > SegmentRule.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "a rule must have at most %d levels of groups, got %d"
              .formatted(SegmentRule.MAX_DEPTH, depth));
    }
    int rows = parts.stream().mapToInt(SegmentRules::rows).sum();
    if (rows > SegmentRule.MAX_ROWS) {
      throw new IllegalArgumentException(
          "a rule must have at most %d rows, got %d".formatted(SegmentRule.MAX_ROWS, rows));
    }
  }

  private static int depth(SegmentRule rule) {
    return rule instanceof Group group
        ? 1 + group.parts().stream().mapToInt(SegmentRules::depth).max().orElse(0)
        : 0;
  }

  private static int rows(SegmentRule rule) {
    return rule instanceof Group group
        ? group.parts().stream().mapToInt(SegmentRules::rows).sum()
        : 1;
  }

  static void checkTrait(String trait) {
    if (!trait.matches("[a-z][a-zA-Z0-9]{0,39}")) {
      throw new IllegalArgumentException(
          "a trait id is lower camel case of at most 40 characters, got '" + trait + "'");
    }
  }

  static OptionalDouble wide(OptionalInt number) {
    return number.isPresent() ? OptionalDouble.of(number.getAsInt()) : OptionalDouble.empty();
  }

  static void checkRange(OptionalDouble from, OptionalDouble to) {
    if (from.isEmpty() && to.isEmpty()) {
      throw new IllegalArgumentException("a range must have one end at least");
    }
    if (!Double.isFinite(from.orElse(0)) || !Double.isFinite(to.orElse(0))) {
      throw new IllegalArgumentException("the ends of a range must be finite");
    }
    if (from.isPresent() && to.isPresent() && from.getAsDouble() > to.getAsDouble()) {
      throw new IllegalArgumentException(
          "a range must not end before it begins, got %s to %s"
              .formatted(from.getAsDouble(), to.getAsDouble()));
    }
  }

  static void checkDeed(String deed, Thing thing, String name, Measure measure, OptionalInt days) {
    if (deed.isBlank() || deed.length() > LONGEST_NAME || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a deed must be named, in at most 200 characters");
    }
    if ((thing == Thing.ANYTHING) != name.isEmpty()) {
      throw new IllegalArgumentException("product, category and brand must be named, got " + name);
    }
    boolean bought = deed.equals(EventTypes.ORDERED);
    if (!bought && (measure != Measure.TIMES || days.isEmpty())) {
      throw new IllegalArgumentException(
          "only what was bought is counted in units or money, or without a time; got " + deed);
    }
    if (days.isPresent() && (days.getAsInt() < 1 || days.getAsInt() > SegmentRule.MAX_DAYS)) {
      throw new IllegalArgumentException(
          "days must be 1..%d, got %d".formatted(SegmentRule.MAX_DAYS, days.getAsInt()));
    }
  }
}
