package org.marquetry.sandbox.core.wares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewsTest {
  private static final List<Product> PRODUCTS = Catalogue.of(1, 2_000, "CNY").products();

  /// As a shop has them: most content, each purchase noticed in two or three ways.
  static Satisfaction satisfaction(SplittableRandom random, boolean late) {
    double overall = Math.clamp(1.1 - 1.9 * Math.pow(random.nextDouble(), 2.2), -1, 1);
    Map<Aspect, Double> aspects = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      if (random.nextDouble() < 0.45) {
        aspects.put(aspect, Math.clamp(overall + 1.2 * (random.nextDouble() - 0.5), -1, 1));
      }
    }
    return new Satisfaction(overall, aspects, late);
  }

  private static List<Review> reviews(int n, Language language, boolean late) {
    SplittableRandom random = new SplittableRandom(7);
    List<Review> all = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      Product product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
      all.add(Reviews.write(product, satisfaction(random, late), language, i));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noSentenceStandsInMoreThanOneInAHundredReviews(Language language) {
    int n = 50_000;
    Map<String, Integer> in = new HashMap<>();
    for (Review review : reviews(n, language, false)) {
      Set<String> sentences = new HashSet<>();
      for (String sentence : review.text().split("[.!?。！？～]+", -1)) {
        if (!sentence.isBlank()) {
          sentences.add(sentence.strip());
        }
      }
      sentences.forEach(sentence -> in.merge(sentence, 1, Integer::sum));
    }
    Map.Entry<String, Integer> most =
        in.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    System.out.printf(
        "%s: of %d reviews %d have \"%s\"; %d sentences%n",
        language, n, most.getValue(), most.getKey(), in.size());
    assertTrue(most.getValue() <= n / 100, most.toString());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void mostReviewsAreShortAndSomeAreLong(Language language) {
    int[] lengths =
        reviews(5_000, language, false).stream()
            .mapToInt(r -> r.text().length())
            .sorted()
            .toArray();
    int median = lengths[2_500];
    int longest = lengths[4_950];
    System.out.printf(
        "%s: characters p5 %d, p25 %d, median %d, p75 %d, p95 %d, p99 %d%n",
        language, lengths[250], lengths[1_250], median, lengths[3_750], lengths[4_750], longest);
    assertTrue(longest > 4 * median, "median " + median + ", one in a hundred " + longest);
    assertTrue(lengths[0] > 1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void starsFollowTheTruthAndSoDoTheWords(Language language) {
    for (double overall : new double[] {-0.9, 0.9}) {
      double stars = 0;
      for (int i = 0; i < 500; i++) {
        Satisfaction truth = new Satisfaction(overall, Map.of(Aspect.PRICE, overall), false);
        Review review = Reviews.write(PRODUCTS.get(i), truth, language, i);
        assertEquals(review, Reviews.write(PRODUCTS.get(i), truth, language, i));
        stars += review.stars();
      }
      assertEquals(3 + 1.9 * Math.signum(overall), stars / 500, 0.35);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aDeliveryThatWentWrongIsAlwaysSaid(Language language) {
    java.util.regex.Pattern said =
        language == Language.ZH
            ? java.util.regex.Pattern.compile("快递|物流|运输|发货|包裹|外箱|配送|收货|送得")
            : java.util.regex.Pattern.compile(
                "(?i)late|deliver|ship|parcel|waiting|transit|arriv|courier");
    List<Review> late = reviews(2_000, language, true);
    List<Review> silent = late.stream().filter(r -> !said.matcher(r.text()).find()).toList();
    // a slip of the finger may hide a word here and there
    assertTrue(
        silent.size() <= 10, silent.size() + ": " + silent.subList(0, Math.min(5, silent.size())));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingOfTheGrammarIsLeftInAText(Language language) {
    for (Review review : reviews(20_000, language, false)) {
      assertFalse(review.text().matches(".*[\\[\\]{}|].*"), review.text());
      assertFalse(review.text().contains("null") || review.text().contains(" ,"), review.text());
    }
  }

  @Test
  void everyAspectCanBeSaidOfEveryNature() {
    for (String file : List.of("reviews_zh.txt", "reviews_en.txt")) {
      Grammar grammar = Grammar.of(file);
      for (Nature nature : Nature.values()) {
        for (Aspect aspect : Aspect.values()) {
          for (String how : List.of("good", "ok", "bad")) {
            String rule = how + " " + aspect.name().toLowerCase(java.util.Locale.ROOT);
            assertTrue(grammar.has(rule, nature), file + ": " + rule + " of " + nature);
          }
        }
      }
    }
  }
}
