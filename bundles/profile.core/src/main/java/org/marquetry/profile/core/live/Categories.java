package org.marquetry.profile.core.live;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.CategorySpend;
import org.marquetry.shop.api.Money;

/// What a customer kept, by category of the catalogue.
final class Categories {
  /// The main category is the largest; of equal ones the first by name.
  static final Comparator<CategorySpend> BY_QUANTITY =
      Comparator.comparingDouble(CategorySpend::quantity)
          .thenComparing(Comparator.comparing(CategorySpend::category).reversed());

  private static final Comparator<CategorySpend> BY_MONEY =
      Comparator.<CategorySpend>comparingLong(c -> c.net().map(Money::minor).orElse(-1L))
          .thenComparing(BY_QUANTITY)
          .reversed();

  private Categories() {}

  private static final class Sum {
    private double quantity;
    private long minor;
    private boolean hasMoney;
  }

  static List<CategorySpend> of(LiveFold fold, Account account, @Nullable String currency) {
    Map<String, Sum> sums = new TreeMap<>();
    for (Kept.Line line : Kept.lines(account.trades())) {
      String product = line.ordered().product();
      Optional<String> category =
          product == null
              ? Optional.empty()
              : fold.product(product).flatMap(LiveState.Listed::category);
      category.ifPresent(name -> add(sums.computeIfAbsent(name, n -> new Sum()), line, currency));
    }
    double all = sums.values().stream().mapToDouble(sum -> sum.quantity).sum();
    return sums.entrySet().stream()
        .map(e -> spend(e.getKey(), e.getValue(), all, currency))
        .sorted(BY_MONEY)
        .toList();
  }

  private static void add(Sum sum, Kept.Line line, @Nullable String currency) {
    sum.quantity += line.quantity();
    String own = line.ordered().currency();
    if (line.minor() != Trade.UNKNOWN && (own == null || own.equals(currency))) {
      sum.minor += line.minor();
      sum.hasMoney = true;
    }
  }

  private static CategorySpend spend(
      String category, Sum sum, double all, @Nullable String currency) {
    return new CategorySpend(
        category,
        sum.quantity,
        sum.hasMoney && currency != null
            ? Optional.of(new Money(sum.minor, currency))
            : Optional.empty(),
        all > 0 ? sum.quantity / all : 0);
  }
}
