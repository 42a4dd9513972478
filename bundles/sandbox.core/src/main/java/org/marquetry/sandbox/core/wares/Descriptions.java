package org.marquetry.sandbox.core.wares;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.marquetry.shop.api.Words;

/// Writes what the shop says about a product, from its attributes alone.
final class Descriptions {
  private static final Grammar ZH = Grammar.of("descriptions_zh.txt");
  private static final Grammar EN = Grammar.of("descriptions_en.txt");

  private Descriptions() {}

  static Words of(Product product, SplittableRandom random) {
    List<String> topics = new ArrayList<>(List.of("open", "make"));
    boolean print = product.kind().isColoured() && product.pattern() != Pattern.SOLID;
    topics.add(1 + random.nextInt(2), print && random.nextBoolean() ? "print" : "look");
    if (random.nextDouble() < 0.7) {
      topics.add("use");
    }
    if (!product.sizes().isEmpty() && random.nextDouble() < 0.4) {
      topics.add("sizes");
    }
    return new Words(
        String.join("", said(topics, ZH, product, Language.ZH, random)),
        String.join(" ", said(topics, EN, product, Language.EN, random)));
  }

  private static List<String> said(
      List<String> topics,
      Grammar grammar,
      Product product,
      Language language,
      SplittableRandom random) {
    ProductWords words = new ProductWords(product, language, random);
    return topics.stream()
        .map(topic -> grammar.say(topic, product.kind().nature(), words::word, random))
        .toList();
  }
}
