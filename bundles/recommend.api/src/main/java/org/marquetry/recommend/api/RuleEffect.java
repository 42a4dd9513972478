package org.marquetry.recommend.api;

import java.util.Optional;

/// What a rule does to the list of the model.
public sealed interface RuleEffect {
  /// What a rule can do, as one of the records tells.
  enum Kind {
    HIDE,
    WEIGH,
    QUOTA,
    IN_STOCK,
    MARGIN_FLOOR,
    ONE_VARIANT,
    REPURCHASE,
    DIVERSITY,
    NOVELTY,
    MARGIN,
    POPULARITY
  }

  default Kind kind() {
    return switch (this) {
      case Hide _ -> Kind.HIDE;
      case Weigh _ -> Kind.WEIGH;
      case Quota _ -> Kind.QUOTA;
      case InStock _ -> Kind.IN_STOCK;
      case MarginFloor _ -> Kind.MARGIN_FLOOR;
      case OneVariant _ -> Kind.ONE_VARIANT;
      case Repurchase _ -> Kind.REPURCHASE;
      case Diversity _ -> Kind.DIVERSITY;
      case Lean(var axis, var _) ->
          switch (axis) {
            case NOVELTY -> Kind.NOVELTY;
            case MARGIN -> Kind.MARGIN;
            case POPULARITY -> Kind.POPULARITY;
          };
    };
  }

  /// These products are not shown.
  record Hide(RuleTarget target) implements RuleEffect {}

  /// The score of these products is multiplied: above 1 they come forward, below 1 they go back. A
  /// score below 0 is divided, so that the direction is the same.
  ///
  /// @param factor in [0.01, 100], not 1
  record Weigh(RuleTarget target, double factor) implements RuleEffect {
    public Weigh {
      if (!(factor >= 0.01 && factor <= 100) || factor == 1) {
        throw new IllegalArgumentException(
            "factor must be in [0.01, 100] and not 1, got " + factor);
      }
    }
  }

  /// At most some products of a category are in one list.
  ///
  /// @param category the broad or the narrow one; empty: of each broad category
  /// @param most at least 1
  record Quota(Optional<String> category, int most) implements RuleEffect {
    public Quota {
      category = category.map(String::strip).filter(c -> !c.isEmpty());
      if (most < 1) {
        throw new IllegalArgumentException("a quota must be at least 1, got " + most);
      }
    }
  }

  /// Products of which the catalogue says that fewer can be sold are not shown; those of which it
  /// says nothing are.
  ///
  /// @param least units, at least 1
  record InStock(int least) implements RuleEffect {
    public InStock {
      if (least < 1) {
        throw new IllegalArgumentException("least units must be at least 1, got " + least);
      }
    }
  }

  /// Products of whose price less is left after their cost are not shown; those whose cost the
  /// catalogue does not tell (its attribute `cost`) are.
  ///
  /// @param share of the price, in (0, 1)
  record MarginFloor(double share) implements RuleEffect {
    public MarginFloor {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException("a margin must be in (0, 1), got " + share);
      }
    }
  }

  /// Of the variants of one product the best is shown.
  record OneVariant() implements RuleEffect {}

  /// What a customer bought some days ago or longer may be shown again; without such a rule it
  /// never is. Where several rules fit a product, all must allow it.
  ///
  /// @param category the broad or the narrow one; empty: all
  /// @param days in [1, 3650]
  record Repurchase(Optional<String> category, int days) implements RuleEffect {
    public Repurchase {
      category = category.map(String::strip).filter(c -> !c.isEmpty());
      if (days < 1 || days > 3650) {
        throw new IllegalArgumentException("days must be in [1, 3650], got " + days);
      }
    }
  }

  /// The list is put together by maximal marginal relevance: next comes the product with the
  /// largest `(1 - strength) / log2(1 + place) - strength * likeness`, where `place` is its place
  /// without this rule and `likeness` that to the most like product before it: 1 for a variant,
  /// 0.75 for the same narrow category, 0.5 for the same broad one, 0.25 for the same brand.
  ///
  /// Source: J. Carbonell, J. Goldstein, The Use of MMR, 1998.
  ///
  /// @param strength in (0, 1)
  record Diversity(double strength) implements RuleEffect {
    public Diversity {
      if (!(strength > 0 && strength < 1)) {
        throw new IllegalArgumentException("strength must be in (0, 1), got " + strength);
      }
    }
  }

  /// Between which ends lists can lean. Each product has a value in [0, 1] on it, or none.
  enum Axis {
    /// From the familiar to the new: 1 without the likeness, as [Diversity] has it, to what is most
    /// like it among the products that somebody had to do with; none for who had to do with none.
    NOVELTY,
    /// From a small to a large margin: the share of the price that is left after the cost; none
    /// where the catalogue does not tell the cost.
    MARGIN,
    /// From what few want to what many want: the share of the model's products that fewer people
    /// had to do with.
    POPULARITY
  }

  /// All lists lean to one end: scores are multiplied, as [Weigh] has it, by `4 ^ (strength * (2 *
  /// value - 1))`, so at most by 4 and at least by a quarter; what has no value keeps its score.
  ///
  /// @param strength in [-1, 1], not 0; below 0 it leans to the end where the value is 0
  record Lean(Axis axis, double strength) implements RuleEffect {
    public Lean {
      if (!(strength >= -1 && strength <= 1) || strength == 0) {
        throw new IllegalArgumentException(
            "a strength must be in [-1, 1] and not 0, got " + strength);
      }
    }
  }
}
