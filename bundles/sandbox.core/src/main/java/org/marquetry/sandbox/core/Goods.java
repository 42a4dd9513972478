package org.marquetry.sandbox.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.sandbox.core.wares.Kind;
import org.marquetry.sandbox.core.wares.Product;

/// The catalogue as the choice model sees it: numbers, by place in the catalogue. A shelf holds
/// what is of one kind.
final class Goods {
  /// What stands on which shelf.
  static final List<Kind> KINDS = List.of(Kind.values());

  /// Dimensions of taste.
  static final int TASTES = 8;

  /// One product.
  ///
  /// @param shelf number of its kind
  /// @param brand key of its brand
  /// @param price list price in minor units, above 0
  /// @param traits place in the space of tastes, [#TASTES] numbers of about unit size
  /// @param quality what everybody gets from it
  /// @param listed day of the past on which it comes into the shop; 0 = it was there
  @SuppressWarnings("ArrayRecordComponent") // read by the choice model only, never compared
  record Good(
      int place,
      Product ware,
      int shelf,
      long brand,
      long price,
      double[] traits,
      double quality,
      int listed) {
    String id() {
      return ware.id();
    }
  }

  private final List<Good> all;
  private final List<List<Good>> shelves = new ArrayList<>();
  private final double[][] attraction; // cumulated, by shelf
  private final double[] meanLogPrice;
  private final Map<String, Good> byId = new HashMap<>();

  /// @param popularity how much more the eye falls on what is better
  Goods(List<Good> all, double popularity) {
    this.all = List.copyOf(all);
    attraction = new double[KINDS.size()][];
    meanLogPrice = new double[KINDS.size()];
    for (int s = 0; s < KINDS.size(); s++) {
      int number = s;
      List<Good> shelf = all.stream().filter(g -> g.shelf() == number).toList();
      shelves.add(shelf);
      attraction[s] = new double[shelf.size()];
      double sum = 0;
      for (int i = 0; i < shelf.size(); i++) {
        sum += Math.exp(popularity * shelf.get(i).quality());
        attraction[s][i] = sum;
        meanLogPrice[s] += Math.log((double) shelf.get(i).price()) / shelf.size();
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

  Optional<Good> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  int shelves() {
    return shelves.size();
  }

  boolean isEmpty(int shelf) {
    return shelves.get(shelf).isEmpty();
  }

  Kind kind(int shelf) {
    return KINDS.get(shelf);
  }

  double meanLogPrice(int shelf) {
    return meanLogPrice[shelf];
  }

  /// A product of a shelf that is in the shop on a day; when none is, one that is to come.
  Good listed(int shelf, int day) {
    return shelves.get(shelf).stream()
        .filter(g -> g.listed() <= day)
        .findFirst()
        .orElse(shelves.get(shelf).getFirst());
  }

  /// Somebody's eye falls on a product of a shelf.
  Good seen(int shelf, Dice dice) {
    return shelves.get(shelf).get(dice.pick(attraction[shelf]));
  }
}
