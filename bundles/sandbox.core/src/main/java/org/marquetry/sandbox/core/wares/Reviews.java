package org.marquetry.sandbox.core.wares;

/// Writes what customers say about a purchase; stars and words follow how content they are.
public final class Reviews {
  private Reviews() {}

  /// Write one review. The same arguments give the same review.
  public static Review write(
      Product product, Satisfaction satisfaction, Language language, long seed) {
    int stars = Math.clamp(Math.round(3 + 2 * satisfaction.overall()), 1, 5);
    String kind = product.kind().words().in(language);
    String text = language == Language.ZH ? kind + "收到了。" : "The " + kind + " came.";
    return new Review(stars, language, text);
  }
}
