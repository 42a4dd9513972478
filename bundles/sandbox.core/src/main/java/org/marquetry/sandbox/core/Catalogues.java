package org.marquetry.sandbox.core;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.sandbox.core.wares.Catalogue;
import org.marquetry.sandbox.core.wares.Product;

/// Turns the made-up wares into what the choice model works with. The catalogue belongs to the
/// truth: it is the same for every seed of a world.
final class Catalogues {
  private static final long TRUTH = 1L;
  private static final double NEW = 0.12; // share that comes into the shop during the past
  private static final int TRAITS = 7;

  private Catalogues() {}

  static Goods goods(Setting setting) {
    List<Good> all = new ArrayList<>();
    for (Product ware : Catalogue.of(TRUTH, setting.products(), setting.currency()).products()) {
      all.add(good(all.size(), ware));
    }
    return new Goods(all, Nature.POPULARITY);
  }

  private static Good good(int place, Product ware) {
    Dice dice = new Dice(TRUTH, Dice.key(ware.family()), 2);
    Dice own = new Dice(TRUTH, Dice.key(ware.id()), 3);
    double made = (ware.quality().fit() + ware.quality().make() + ware.quality().colour()) / 3;
    int listed = dice.happens(NEW) ? 1 + dice.below(Setting.PAST - 30) : 0;
    return new Good(
        place,
        ware,
        Goods.KINDS.indexOf(ware.kind()),
        Dice.key(ware.brand().name()),
        ware.price().minor(),
        traits(ware),
        4 * (made - 0.65) + 0.7 * dice.normal() + 0.3 * own.normal(),
        listed);
  }

  /// The mean place of what describes it, scaled to about unit size.
  private static double[] traits(Product ware) {
    double[] sum = new double[Goods.TASTES];
    for (String trait :
        List.of(
            "style " + ware.style(),
            "colour " + ware.colour(),
            "pattern " + ware.pattern(),
            "cut " + ware.cut().en(),
            "material " + ware.material().en(),
            "level " + ware.brand().level(),
            "accent " + ware.accent())) {
      Dice dice = new Dice(TRUTH, Dice.key(trait), 4);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += dice.normal() / Math.sqrt(TRAITS);
      }
    }
    return sum;
  }
}
