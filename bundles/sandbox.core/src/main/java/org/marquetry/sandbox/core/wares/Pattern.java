package org.marquetry.sandbox.core.wares;

import java.util.Arrays;
import org.marquetry.shop.api.Words;

/// What is printed or woven on a product.
public enum Pattern {
  SOLID('S', "纯色|plain"),
  STRIPES('R', "条纹|striped"),
  DOTS('D', "波点|polka-dot"),
  CHECKS('C', "格纹|checked"),
  FLORAL('F', "碎花|floral"),
  LEAVES('L', "叶纹|leaf-print"),
  GEOMETRIC('G', "几何纹|geometric"),
  STARS('T', "星星|star-print");

  private final char letter;
  private final Words words;

  Pattern(char letter, String words) {
    this.letter = letter;
    this.words = Both.words(words);
  }

  public Words words() {
    return words;
  }

  /// The pattern that a letter of `kinds.txt` stands for.
  static Pattern of(char letter) {
    return Arrays.stream(values())
        .filter(pattern -> pattern.letter == letter)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no pattern has the letter " + letter));
  }
}
