package org.marquetry.sandbox.core;

import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.shop.api.EventProperties;

/// What customers type.
final class Words {
  private Words() {}

  /// What somebody who wants a product types into the search field; now and then with a letter
  /// missing.
  static String query(Good wanted, Dice dice) {
    String category =
        wanted.told().getOrDefault(EventProperties.CATEGORY, wanted.id()).toLowerCase(java.util.Locale.ROOT);
    if (category.length() > 4 && dice.happens(0.06)) {
      int gone = 1 + dice.below(category.length() - 1);
      return category.substring(0, gone) + category.substring(gone + 1);
    }
    return category;
  }

  static String review(Good good, Shopper who, Verdict verdict, Dice dice) {
    return verdict.stars() > 3 ? "good" : "bad";
  }
}
