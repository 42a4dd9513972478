package org.marquetry.sandbox.core.wares;

import org.marquetry.shop.api.Words;

/// The taste that a product is made for.
public enum Style {
  CLASSIC("经典|classic"),
  MINIMAL("极简|minimal"),
  ROMANTIC("浪漫|romantic"),
  PLAYFUL("活泼|playful"),
  SPORTY("运动|sporty"),
  NATURAL("自然|natural");

  private final Words words;

  Style(String words) {
    this.words = Both.words(words);
  }

  public Words words() {
    return words;
  }
}
