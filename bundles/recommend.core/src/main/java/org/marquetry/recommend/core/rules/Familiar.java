package org.marquetry.recommend.core.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The products that somebody had to do with, as far as likeness to them goes.
public final class Familiar {
  private final Set<String> families = new HashSet<>();
  private final Set<String> subcategories = new HashSet<>();
  private final Set<String> categories = new HashSet<>();
  private final Set<String> brands = new HashSet<>();
  private final boolean isEmpty;

  public Familiar(Collection<Ware> past) {
    isEmpty = past.isEmpty();
    for (Ware ware : past) {
      ware.family().ifPresent(families::add);
      ware.subcategory().ifPresent(subcategories::add);
      ware.category().ifPresent(categories::add);
      ware.brand().ifPresent(brands::add);
    }
  }

  /// 1 without the largest [Ware#likeness] to one of them; empty when there are none.
  public OptionalDouble novelty(Ware ware) {
    return isEmpty ? OptionalDouble.empty() : OptionalDouble.of(1 - likeness(ware));
  }

  private double likeness(Ware ware) {
    if (has(families, ware.family())) {
      return Ware.VARIANT;
    }
    if (has(subcategories, ware.subcategory())) {
      return Ware.SUBCATEGORY;
    }
    if (has(categories, ware.category())) {
      return Ware.CATEGORY;
    }
    return has(brands, ware.brand()) ? Ware.BRAND : 0;
  }

  private static boolean has(Set<String> names, Optional<String> name) {
    return name.filter(names::contains).isPresent();
  }
}
