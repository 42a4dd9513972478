package org.marquetry.sandbox.core;

import java.util.Locale;
import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.sandbox.core.wares.Language;
import org.marquetry.sandbox.core.wares.Product;

/// What customers type into the search field.
final class Queries {
  private static final double SLIP = 0.06;

  private Queries() {}

  /// The words of somebody who wants something like this; now and then with a letter missing.
  static String of(Good wanted, Language language, Dice dice) {
    Product ware = wanted.ware();
    String kind = ware.kind().words().in(language.locale());
    String join = language == Language.ZH ? "" : " ";
    String words =
        switch (dice.below(6)) {
          case 0 -> ware.colour().words().in(language.locale()) + join + kind;
          case 1 -> ware.brand().words().in(language.locale()) + " " + kind;
          case 2 -> ware.cut().in(language.locale()) + join + kind;
          case 3 -> ware.material().in(language.locale()) + join + kind;
          default -> kind;
        };
    return slip(words.toLowerCase(Locale.ROOT), dice);
  }

  private static String slip(String words, Dice dice) {
    if (words.length() < 5 || !dice.happens(SLIP)) {
      return words;
    }
    int gone = 1 + dice.below(words.length() - 1);
    return words.substring(0, gone) + words.substring(gone + 1);
  }
}
