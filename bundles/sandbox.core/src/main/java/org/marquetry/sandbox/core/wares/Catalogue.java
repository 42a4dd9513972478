package org.marquetry.sandbox.core.wares;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All that the shop sells. The same seed, size and currency give the same catalogue, and a longer
/// one begins with the shorter one.
public final class Catalogue {
  private final List<Product> products;
  private final Map<String, Product> byId;

  private Catalogue(List<Product> products) {
    this.products = List.copyOf(products);
    byId =
        products.stream().collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));
  }

  /// Make a catalogue.
  ///
  /// @param products 1 to 50,000
  /// @param currency ISO 4217
  public static Catalogue of(long seed, int products, String currency) {
    if (products < 1 || products > 50_000) {
      throw new IllegalArgumentException("products must be 1 to 50000, got " + products);
    }
    Prices prices = new Prices(currency);
    Set<String> names = new HashSet<>();
    List<Product> all = new ArrayList<>(products);
    for (int family = 0; all.size() < products; family++) {
      Model model = new Model(family, new SplittableRandom(seed * 1_000_003L + family));
      model.products(prices, names).stream().limit(products - all.size()).forEach(all::add);
    }
    return new Catalogue(all);
  }

  /// All products; products of one family stand together.
  public List<Product> products() {
    return products;
  }

  public Optional<Product> product(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
