package org.marquetry.sandbox.core.wares;

import java.util.Set;
import java.util.SplittableRandom;
import org.marquetry.shop.api.Words;

/// Finds the name of one product.
record Naming(Kind kind, Brand brand, Words cut, Words material, Colour colour, Pattern pattern) {

  /// Give a name that is not yet taken in either language, and take it.
  Words name(SplittableRandom random, Set<String> taken) {
    int form = random.nextInt(3);
    for (int attempt = 0; ; attempt++) {
      Words series = Series.one(random, attempt);
      Words name = new Words(zh(series.zh(), form), en(series.en(), form));
      if (!taken.contains(name.zh()) && !taken.contains(name.en())) {
        taken.add(name.zh());
        taken.add(name.en());
        return name;
      }
    }
  }

  private String zh(String series, int form) {
    String thing = cut.zh() + kind.words().zh();
    String look = kind.isColoured() ? colour.words().zh() + printed(pattern.words().zh()) : "";
    return switch (form) {
      case 0 -> brand.words().zh() + "「" + series + "」" + look + thing + " " + material.zh();
      case 1 -> brand.words().zh() + " " + series + "系列 " + material.zh() + " " + look + thing;
      default -> brand.words().zh() + " " + look + thing + "（" + series + "，" + material.zh() + "）";
    };
  }

  private String en(String series, int form) {
    String print = kind.isColoured() ? printed(pattern.words().en() + " ") : "";
    String thing = print + cut.en() + " " + kind.words().en();
    String colourName = colour.words().en();
    if (!kind.isColoured()) {
      return brand.words().en()
          + " "
          + series
          + (form == 0
              ? " " + thing + ", " + material.en()
              : form == 1 ? ": " + material.en() + " " + thing : " " + material.en() + " " + thing);
    }
    return brand.words().en()
        + switch (form) {
          case 0 -> " " + series + " " + thing + " in " + colourName + " " + material.en();
          case 1 -> " " + series + " " + colourName + " " + material.en() + " " + thing;
          default ->
              " " + colourName + " " + thing + " \u201C" + series + "\u201D, " + material.en();
        };
  }

  private String printed(String word) {
    return pattern == Pattern.SOLID ? "" : word;
  }
}
