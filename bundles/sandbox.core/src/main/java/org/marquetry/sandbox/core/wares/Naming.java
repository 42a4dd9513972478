package org.marquetry.sandbox.core.wares;

import java.util.Set;
import java.util.SplittableRandom;

/// Finds the words for one product.
record Naming(
    Kind kind,
    Brand brand,
    Style style,
    Words cut,
    Words material,
    Colour colour,
    Pattern pattern,
    Quality quality) {

  /// Give a name that is not yet taken in either language, and take it.
  Words name(SplittableRandom random, Set<String> taken) {
    for (int attempt = 0; ; attempt++) {
      Words series = Series.one(random, attempt);
      Words name = new Words(zh(series), en(series));
      if (!taken.contains(name.zh()) && !taken.contains(name.en())) {
        taken.add(name.zh());
        taken.add(name.en());
        return name;
      }
    }
  }

  private String zh(Words series) {
    String look =
        kind.isColoured()
            ? colour.words().zh() + (pattern == Pattern.SOLID ? "" : pattern.words().zh())
            : "";
    return brand.words().zh()
        + "「"
        + series.zh()
        + "」"
        + look
        + cut.zh()
        + kind.words().zh()
        + " "
        + material.zh();
  }

  private String en(Words series) {
    String look = kind.isColoured() && pattern != Pattern.SOLID ? pattern.words().en() + " " : "";
    String end =
        kind.isColoured()
            ? " in " + colour.words().en() + " " + material.en()
            : ", " + material.en();
    return brand.words().en()
        + " "
        + series.en()
        + " "
        + look
        + cut.en()
        + " "
        + kind.words().en()
        + end;
  }

  Words description(SplittableRandom random) {
    return new Words(
        style.words().zh() + "风格的" + cut.zh() + kind.words().zh() + "，" + material.zh() + "。",
        "A " + style.words().en() + " " + kind.words().en() + ", " + material.en() + ".");
  }
}
