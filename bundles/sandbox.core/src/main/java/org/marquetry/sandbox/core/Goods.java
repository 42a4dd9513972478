package org.marquetry.sandbox.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The catalogue as the choice model sees it: numbers, by place in the catalogue.
final class Goods {
  /// Dimensions of taste.
  static final int TASTES = 8;

  /// One product.
  ///
  /// @param price list price in minor units, above 0
  /// @param traits place in the space of tastes, [#TASTES] numbers of about unit size
  /// @param quality what everybody gets from it
  /// @param listed day of the past on which it comes into the shop; 0 = it was there
  /// @param told what `productChanged` says of it
  @SuppressWarnings("ArrayRecordComponent") // read by the choice model only, never compared
  record Good(
      int place,
      String id,
      int category,
      int brand,
      long price,
      double[] traits,
      double quality,
      int listed,
      Map<String, String> told) {}

  private final List<Good> all;
  private final List<List<Good>> shelves = new ArrayList<>();
  private final double[][] attraction; // cumulated, by category
  private final double[] meanLogPrice;
  private final Map<String, Good> byId = new HashMap<>();

  Goods(List<Good> all, int categories, double popularity) {
    this.all = List.copyOf(all);
    for (int c = 0; c < categories; c++) {
      int category = c;
      shelves.add(all.stream().filter(g -> g.category() == category).toList());
    }
    attraction = new double[categories][];
    meanLogPrice = new double[categories];
    for (int c = 0; c < categories; c++) {
      List<Good> shelf = shelves.get(c);
      attraction[c] = new double[shelf.size()];
      double sum = 0;
      for (int i = 0; i < shelf.size(); i++) {
        sum += Math.exp(popularity * shelf.get(i).quality());
        attraction[c][i] = sum;
        meanLogPrice[c] += Math.log(shelf.get(i).price()) / shelf.size();
      }
    }
    all.forEach(g -> byId.put(g.id(), g));
  }

  List<Good> all() {
    return all;
  }

  Good at(int place) {
    return all.get(place);
  }

  @org.jspecify.annotations.Nullable Good find(String id) {
    return byId.get(id);
  }

  int categories() {
    return shelves.size();
  }

  double meanLogPrice(int category) {
    return meanLogPrice[category];
  }

  /// A product of a category that is in the shop on a day.
  Good listed(int category, int day) {
    return shelves.get(category).stream()
        .filter(g -> g.listed() <= day)
        .findFirst()
        .orElse(shelves.get(category).getFirst());
  }

  /// Somebody's eye falls on a product of a category.
  Good seen(int category, Dice dice) {
    return shelves.get(category).get(dice.pick(attraction[category]));
  }
}
