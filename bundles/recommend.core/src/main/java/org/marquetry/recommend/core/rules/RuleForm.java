package org.marquetry.recommend.core.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleEffect.Kind;
import org.marquetry.recommend.api.RuleTarget;

/// What a rule does, in the flat shape that a row and the door have.
///
/// @param target of `hide` and `weigh`; the category of `quota` and `repurchase`
/// @param amount factor, count, units, share, days or strength
record RuleForm(Kind kind, Optional<RuleTarget> target, OptionalDouble amount) {
  /// @param word in any case of letters
  /// @throws IllegalArgumentException with those that there are
  static Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(k -> k.name().equalsIgnoreCase(word.replace('-', '_')))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "kind must be one of "
                    + Arrays.stream(Kind.values())
                        .map(RuleForm::word)
                        .collect(Collectors.joining(", "))
                    + ", got "
                    + word));
  }

  /// As it is told at the door.
  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static RuleForm of(RuleEffect effect) {
    Kind kind = effect.kind();
    return switch (effect) {
      case RuleEffect.Hide(RuleTarget target) ->
          new RuleForm(kind, Optional.of(target), OptionalDouble.empty());
      case RuleEffect.Weigh(RuleTarget target, double factor) ->
          new RuleForm(kind, Optional.of(target), OptionalDouble.of(factor));
      case RuleEffect.Quota(Optional<String> category, int most) ->
          new RuleForm(kind, target(category), OptionalDouble.of(most));
      case RuleEffect.InStock(int least) ->
          new RuleForm(kind, Optional.empty(), OptionalDouble.of(least));
      case RuleEffect.MarginFloor(double share) ->
          new RuleForm(kind, Optional.empty(), OptionalDouble.of(share));
      case RuleEffect.OneVariant() -> new RuleForm(kind, Optional.empty(), OptionalDouble.empty());
      case RuleEffect.Repurchase(Optional<String> category, int days) ->
          new RuleForm(kind, target(category), OptionalDouble.of(days));
      case RuleEffect.Diversity(double strength) ->
          new RuleForm(kind, Optional.empty(), OptionalDouble.of(strength));
      case RuleEffect.Lean(var _, double strength) ->
          new RuleForm(kind, Optional.empty(), OptionalDouble.of(strength));
    };
  }

  private static Optional<RuleTarget> target(Optional<String> category) {
    return category.map(c -> new RuleTarget(RuleTarget.Kind.CATEGORY, c));
  }

  /// @throws IllegalArgumentException if something is missing, too much or out of range
  RuleEffect toEffect() {
    return switch (kind) {
      case HIDE -> new RuleEffect.Hide(needed());
      case WEIGH -> new RuleEffect.Weigh(needed(), number("a factor"));
      case QUOTA -> new RuleEffect.Quota(category(), whole("the most of a list"));
      case IN_STOCK -> new RuleEffect.InStock(amount.isEmpty() ? 1 : whole("units"));
      case MARGIN_FLOOR -> new RuleEffect.MarginFloor(number("a share of the price"));
      case ONE_VARIANT -> new RuleEffect.OneVariant();
      case REPURCHASE -> new RuleEffect.Repurchase(category(), whole("days"));
      case DIVERSITY -> new RuleEffect.Diversity(number("a strength"));
      case NOVELTY -> lean(RuleEffect.Axis.NOVELTY);
      case MARGIN -> lean(RuleEffect.Axis.MARGIN);
      case POPULARITY -> lean(RuleEffect.Axis.POPULARITY);
    };
  }

  private RuleEffect lean(RuleEffect.Axis axis) {
    return new RuleEffect.Lean(axis, number("a strength from -1 to 1"));
  }

  private RuleTarget needed() {
    return target.orElseThrow(() ->
        new IllegalArgumentException(
            word(kind) + " needs a target: a product, a brand or a category"));
  }

  private Optional<String> category() {
    return target.map(t -> {
      if (t.kind() != RuleTarget.Kind.CATEGORY) {
        throw new IllegalArgumentException(word(kind) + " is about a category or about all");
      }
      return t.value();
    });
  }

  private double number(String what) {
    return amount.orElseThrow(
        () -> new IllegalArgumentException(word(kind) + " needs an amount: " + what));
  }

  private int whole(String what) {
    double number = number(what);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(what + " must be a whole number, got " + number);
    }
    return (int) number;
  }
}
