package org.marquetry.sandbox.core.wares;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The words of one product that a [Grammar] may use.
final class ProductWords {
  private final Product product;
  private final Language language;
  private final SplittableRandom random;

  ProductWords(Product product, Language language, SplittableRandom random) {
    this.product = product;
    this.language = language;
    this.random = random;
  }

  @Nullable String word(String name) {
    return switch (name) {
      case "colour" -> product.colour().words().in(language.locale());
      case "accent" -> product.accent().words().in(language.locale());
      case "pattern" -> product.pattern().words().in(language.locale());
      case "material" -> product.material().in(language.locale()).replace("-steel", " steel");
      case "cut" -> product.cut().in(language.locale());
      case "style" -> product.style().words().in(language.locale());
      case "brand" -> product.brand().words().in(language.locale());
      case "kind" -> product.kind().words().in(language.locale());
      case "size" -> size();
      case "sizes" -> String.join(language == Language.ZH ? "、" : ", ", product.sizes());
      case "days" -> Integer.toString(2 + random.nextInt(9));
      default -> language == Language.ZH ? chinese(name) : english(name);
    };
  }

  private String size() {
    List<String> sizes = product.sizes();
    return sizes.isEmpty()
        ? (language == Language.ZH ? "均码" : "one size")
        : sizes.get(random.nextInt(sizes.size()));
  }

  private @Nullable String chinese(String name) {
    String called = product.kind().called();
    return switch (name) {
      case "called" -> called;
      case "unit", "bag" -> called.substring(0, 1);
      case "noun" -> called.substring(1);
      default -> null;
    };
  }

  private @Nullable String english(String name) {
    boolean many = product.kind().isPlural();
    String kind = product.kind().words().en();
    String noun = kind.substring(kind.lastIndexOf(' ') + 1);
    return switch (name) {
      case "noun", "noun_bare" -> noun;
      case "kind_one" -> one(kind, many);
      case "kind_a" -> kindWithArticle(kind, many);
      case "style_a" -> capital(article(product.style().words().en()));
      case "article_colour" -> article(product.colour().words().en());
      case "cut_c" -> capital(product.cut().en());
      case "material_c" -> capital(product.material().en());
      case "pattern_c" -> capital(product.pattern().words().en());
      case "colour_c" -> capital(product.colour().words().en());
      case "noun_one" -> many ? one() : noun;
      case "this" -> (many ? "these " : "this ") + noun;
      case "This" -> (many ? "These " : "This ") + noun;
      case "it" -> many ? "they" : "it";
      case "them" -> many ? "them" : "it";
      case "is" -> many ? "are" : "is";
      case "has" -> many ? "have" : "has";
      case "s" -> many ? "" : "s";
      case "es" -> many ? "" : "es";
      case "Fits" -> many ? "Fit" : "Fits";
      case "Runs" -> many ? "Run" : "Runs";
      default -> null;
    };
  }

  private String one(String kind, boolean many) {
    return many ? one() + " of " + kind : kind;
  }

  private String kindWithArticle(String kind, boolean many) {
    String cut = product.cut().en();
    return many ? "a " + one() + " of " + cut + " " + kind : article(cut) + " " + cut + " " + kind;
  }

  private String one() {
    return switch (product.kind().nature()) {
      case EATEN, DRUNK -> "pack";
      case PLAYED -> "set";
      default -> "pair";
    };
  }

  private static String article(String next) {
    return "AEIOaeio".indexOf(next.charAt(0)) < 0 ? "a" : "an";
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
