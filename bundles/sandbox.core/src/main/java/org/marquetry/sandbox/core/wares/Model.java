package org.marquetry.sandbox.core.wares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;

/// One model of the shop: the family of products that differ in colour (food: in flavour) only.
final class Model {
  private static final double[] LEVEL = {0.7, 1, 1.55};
  private static final double[] MAKE = {0.52, 0.66, 0.78};
  private static final Kind[] KINDS = byWeight();

  private final SplittableRandom random;
  private final String family;
  private final Kind kind;
  private final Brand brand;
  private final Style style;
  private final Words cut;
  private final Words material;
  private final double euros;
  private final double costShare;
  private final Quality quality;

  Model(int number, SplittableRandom random) {
    this.random = random;
    kind = KINDS[random.nextInt(KINDS.length)];
    String name = kind.name();
    family =
        String.format(Locale.ROOT, "%05d", number + 10_000)
            + name.charAt(0)
            + name.charAt(name.length() - 1);
    brand = one(Brand.in(kind.category()));
    style = random.nextDouble() < 0.6 ? brand.style() : one(List.of(Style.values()));
    cut = one(kind.cuts());
    material = one(kind.materials());
    double place = random.nextDouble();
    euros = kind.low() * Math.pow(kind.high() / kind.low(), place) * LEVEL[brand.level()];
    costShare = between(0.34, 0.62);
    quality =
        new Quality(around(0.66), around(MAKE[brand.level()] + 0.1 * (place - 0.5)), around(0.68));
  }

  /// Make its products; their names are added to the names taken.
  List<Product> products(Prices prices, Set<String> names) {
    List<Product> all = new ArrayList<>();
    if (kind.isColoured()) {
      Pattern pattern = one(kind.patterns());
      List<Colour> colours = new ArrayList<>(EnumSet.allOf(Colour.class));
      Collections.shuffle(colours, new Random(random.nextLong()));
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        all.add(
            product(
                i,
                cut,
                pattern,
                colours.get(i),
                colours.get(colours.size() - 1 - i),
                prices,
                names));
      }
    } else {
      Pattern pattern = one(kind.patterns());
      int count = 1 + random.nextInt(kind.cuts().size());
      int first = random.nextInt(kind.cuts().size());
      for (int i = 0; i < count; i++) {
        Words flavour = kind.cuts().get((first + i) % kind.cuts().size());
        Colour colour = one(List.of(Colour.values()));
        all.add(product(i, flavour, pattern, colour, one(List.of(Colour.values())), prices, names));
      }
    }
    return all;
  }

  private Product product(
      int place,
      Words cut,
      Pattern pattern,
      Colour colour,
      Colour accent,
      Prices prices,
      Set<String> names) {
    String id = family + "-" + (place + 1);
    Money price = prices.label(euros);
    Words name = new Naming(kind, brand, cut, material, colour, pattern).name(random, names);
    Product nameOnly =
        new Product(
            id,
            family,
            kind,
            brand,
            style,
            cut,
            colour,
            accent,
            pattern,
            material,
            kind.sizes(),
            price,
            prices.share(price, costShare),
            quality,
            name,
            name);
    return nameOnly.described(Descriptions.of(nameOnly, random));
  }

  private double around(double mean) {
    double noise = (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 0.4;
    return Math.clamp(mean + noise, 0.03, 0.99);
  }

  private double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Kind[] byWeight() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> Collections.nCopies(kind.weight(), kind).stream())
        .toArray(Kind[]::new);
  }
}
