package org.marquetry.recommend.api;

import java.util.List;
import org.marquetry.shop.api.ProductId;

/// A list as it is shown, and what the rules did to it.
///
/// @param shown the best first
/// @param out what the model ranks before the last that is shown and the rules took out, the best
///   first; at most [#MAX_OUT]
public record Slate(List<Shown> shown, List<Out> out) {
  /// Most products of [#out].
  public static final int MAX_OUT = 100;

  public Slate {
    shown = List.copyOf(shown);
    out = List.copyOf(out);
  }

  /// A product with its place.
  ///
  /// @param modelRank its place by the model alone, from 1
  /// @param rank its place as shown, from 1
  /// @param rules ids of the rules that changed which products come before it
  public record Shown(Recommendation recommendation, int modelRank, int rank, List<String> rules) {
    public Shown {
      rules = List.copyOf(rules);
    }
  }

  /// A product that is not shown.
  ///
  /// @param modelRank its place by the model alone, from 1
  /// @param rule id of the rule that took it out
  public record Out(ProductId product, int modelRank, String rule) {}
}
