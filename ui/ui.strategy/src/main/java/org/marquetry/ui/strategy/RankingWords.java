package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marquetry.recommend.api.Counterfactual;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Standing;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.Formats;

/// Rules of recommendations, and what they did, in the words of a page's language.
///
/// @param page whose texts
/// @param called what a product is called
record RankingWords(Component page, Formats formats, Function<ProductId, String> called) {
  private static final String KEY = "strategy.ranking.";

  private String text(String key, Object... arguments) {
    return page.getTranslation(KEY + key, arguments);
  }

  /// What people call a rule: its name, else what it does.
  String rule(RecommendationRule rule) {
    return rule.name().isEmpty() ? does(rule.effect()) : rule.name();
  }

  String does(RuleEffect effect) {
    return switch (effect) {
      case RuleEffect.Hide(var target) -> text("hide." + word(target.kind()), target(target));
      case RuleEffect.Weigh(var target, double factor) ->
          text(
              (factor > 1 ? "forward." : "back.") + word(target.kind()),
              target(target),
              formats.number(factor));
      case RuleEffect.Quota(Optional<String> category, int most) ->
          category.map(c -> text("quota.one", most, c)).orElseGet(() -> text("quota.each", most));
      case RuleEffect.InStock(int least) ->
          least == 1 ? text("in_stock.one") : text("in_stock.more", least);
      case RuleEffect.MarginFloor(double share) ->
          text("margin_floor.words", formats.percent(share));
      case RuleEffect.OneVariant() -> text("one_variant.words");
      case RuleEffect.Repurchase(Optional<String> category, int days) ->
          category
              .map(c -> text("repurchase.one", c, days))
              .orElseGet(() -> text("repurchase.each", days));
      case RuleEffect.Diversity(double strength) ->
          text("diversity.words", formats.percent(strength));
      case RuleEffect.Lean(var axis, double strength) ->
          text(word(axis) + (strength > 0 ? ".high" : ".low"), formats.percent(Math.abs(strength)));
    };
  }

  private String target(RuleTarget target) {
    return target.kind() == RuleTarget.Kind.PRODUCT
        ? called.apply(new ProductId(target.value()))
        : target.value();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// Some rules by their ids.
  String rules(List<String> ids, Map<String, SavedRule> known) {
    return ids.stream()
        .map(id -> Optional.ofNullable(known.get(id)).map(s -> rule(s.rule())).orElse(id))
        .collect(Collectors.joining(text("and")));
  }

  /// What would be without one product of the past.
  String would(Counterfactual would, ProductId past) {
    String without = called.apply(past);
    String place =
        would.rank().isPresent()
            ? text("would.rank", without, formats.number(would.rank().getAsInt()))
            : text("would.far", without);
    return would
        .instead()
        .map(other -> place + text("and") + text("would.instead", called.apply(other)))
        .orElse(place);
  }

  /// Why a product is where it is.
  String why(ProductId product, Standing standing, Map<String, SavedRule> known) {
    String name = called.apply(product);
    String rules = rules(standing.rules(), known);
    String ranked = formats.number(standing.ranked());
    String modelRank =
        standing.modelRank().isPresent()
            ? formats.number(standing.modelRank().getAsInt())
            : Formats.UNKNOWN;
    return switch (standing.fate()) {
      case NOTHING_LEARNED -> text("why.nothing");
      case UNKNOWN -> text("why.unknown", name);
      case BOUGHT ->
          standing.rules().isEmpty()
              ? text("why.bought", name)
              : text("why.bought.later", name, rules);
      case HAD -> text("why.had", name);
      case UNRANKED -> text("why.unranked", name);
      case OUT -> text("why.out", name, rules, modelRank, ranked);
      case RANKED -> {
        String rank =
            standing.rank().isPresent()
                ? formats.number(standing.rank().getAsInt())
                : text("why.far");
        yield standing.rules().isEmpty()
            ? text("why.ranked", name, rank, modelRank, ranked)
            : text("why.weighed", name, rank, modelRank, ranked, rules);
      }
    };
  }
}
