package org.marquetry.insight.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.shop.api.Words;

/// What one day's figure was made of, beside the same weekday of the 8 weeks before.
///
/// It says where the difference lies, not what caused it.
///
/// @param value the day's figure
/// @param usual mean of the days before that are known; empty below 4
/// @param comparison whether the day is usual; empty when that cannot be judged
/// @param occasion a well-known sale day
/// @param shares of each [Dimension] that tells parts apart the largest differences, largest first;
///   without usual days the largest parts. All parts of a dimension add up to the figure; those
///   beyond [#MOST] are left out
public record Explanation(
    DayValue value,
    OptionalDouble usual,
    Optional<Comparison> comparison,
    Optional<Words> occasion,
    List<Share> shares) {
  /// Most parts of one dimension.
  public static final int MOST = 6;

  public Explanation {
    shares = List.copyOf(shares);
  }

  /// By what a figure is taken apart.
  public enum Dimension {
    /// Category of the product; of the net revenue only.
    CATEGORY,
    /// `new`: the customer's first order was that day; `known`; `nameless`: the shop does not know
    /// who. Of net revenue and orders.
    CUSTOMERS,
    /// The site where it happened; of orders and active customers. A customer counts where the
    /// first event of the day was.
    SITE,
    /// `ordered` or `looked`; of active customers.
    DEED
  }

  /// One part.
  ///
  /// @param name of the part: the shop's own word, or one of the words that [Dimension] states;
  ///   empty where the shop says none
  /// @param value on the day, in the figure's unit
  /// @param usual mean on the days before
  public record Share(Dimension dimension, String name, double value, OptionalDouble usual) {
    /// How much more than usual; the value itself where nothing is usual.
    public double difference() {
      return value - usual.orElse(0);
    }
  }
}
