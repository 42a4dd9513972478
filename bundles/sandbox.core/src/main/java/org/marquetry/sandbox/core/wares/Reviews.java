package org.marquetry.sandbox.core.wares;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Writes what customers say about a purchase; stars and words follow how content they are.
public final class Reviews {
  private static final double CLEAR = 0.22;
  private static final double[] SENTENCES = {
    0.42, 0.66, 0.80, 0.88, 0.925, 0.95, 0.965, 0.975, 0.982, 0.988, 0.992, 0.995, 0.998, 1
  };

  private static final class Grammars {
    static final Map<Language, Grammar> ALL =
        Map.of(
            Language.ZH, Grammar.of("reviews_zh.txt"), Language.EN, Grammar.of("reviews_en.txt"));
  }

  private final Product product;
  private final Satisfaction satisfaction;
  private final Language language;
  private final SplittableRandom random;
  private final ProductWords words;

  private Reviews(Product product, Satisfaction satisfaction, Language language, long seed) {
    this.product = product;
    this.satisfaction = satisfaction;
    this.language = language;
    random = new SplittableRandom(seed);
    words = new ProductWords(product, language, random);
  }

  /// Write one review. The same arguments give the same review.
  public static Review write(
      Product product, Satisfaction satisfaction, Language language, long seed) {
    Reviews writer = new Reviews(product, satisfaction, language, seed);
    double noise = 0.7 * (writer.random.nextDouble() + writer.random.nextDouble() - 1);
    int stars = Math.clamp(Math.round(3.1 + 2.1 * satisfaction.overall() + noise), 1, 5);
    return new Review(stars, language, writer.text(stars));
  }

  private String text(int stars) {
    int sentences = sentences();
    Set<String> said = new LinkedHashSet<>();
    List<String> topics = topics(stars, sentences);
    for (String topic : topics) {
      said.add(sentence(topic, stars));
    }
    return new Handwriting(language, stars, random).write(new ArrayList<>(said), slang());
  }

  private int sentences() {
    double draw = random.nextDouble();
    int n = 1;
    while (draw > SENTENCES[n - 1]) {
      n++;
    }
    return n;
  }

  /// What to say, in order; a delivery that went wrong is always among it.
  private List<String> topics(int stars, int sentences) {
    List<String> aspects = aspects();
    List<String> topics = new ArrayList<>();
    if (satisfaction.lateDelivery()) {
      topics.add("late");
      aspects.removeIf(topic -> topic.endsWith("delivery"));
    }
    String verdict = "verdict " + (stars >= 4 ? "good" : stars == 3 ? "ok" : "bad");
    if (topics.size() < sentences && (aspects.isEmpty() || random.nextDouble() < 0.5)) {
      topics.add(random.nextBoolean() ? topics.size() : 0, verdict);
    }
    for (int i = 0; topics.size() < sentences && i < aspects.size(); i++) {
      topics.add(aspects.get(i));
      if (topics.size() < sentences - 1 && random.nextDouble() < 0.25) {
        topics.add(0, "story");
      }
    }
    for (int i = 0; topics.size() < sentences; i++) {
      List<String> more = List.of("story", verdict, one(aspects, verdict), "tip");
      String topic = more.get(i % more.size());
      topics.add(topic.equals("story") ? random.nextInt(topics.size()) : topics.size(), topic);
    }
    return topics;
  }

  private String one(List<String> all, String otherwise) {
    return all.isEmpty() ? otherwise : all.get(random.nextInt(all.size()));
  }

  /// The aspects that were noticed, what stands out first, as names of rules.
  private List<String> aspects() {
    Map<String, Double> weight = new HashMap<>();
    satisfaction
        .aspects()
        .forEach((aspect, value) ->
            weight.put(rule(aspect, value), Math.abs(value) + 0.8 * random.nextDouble()));
    if (weight.isEmpty()) {
      weight.put(rule(Aspect.QUALITY, satisfaction.overall()), 1.0);
    }
    List<String> rules = new ArrayList<>(weight.keySet());
    rules.sort(
        Comparator.comparingDouble((String rule) -> -weight.getOrDefault(rule, 0.0))
            .thenComparing(rule -> rule));
    return rules;
  }

  private static String rule(Aspect aspect, double value) {
    String how = value > CLEAR ? "good" : value < -CLEAR ? "bad" : "ok";
    return how + " " + aspect.name().toLowerCase(Locale.ROOT);
  }

  private String sentence(String topic, int stars) {
    String said = say(topic);
    boolean turned = stars >= 4 && (topic.startsWith("bad") || topic.equals("late"));
    boolean consoled = stars <= 2 && topic.startsWith("good");
    if ((turned || consoled) && random.nextDouble() < 0.6) {
      String turn = say(turned ? "but" : "though");
      return language == Language.ZH ? turn + said : turn + " " + lower(said);
    }
    return said;
  }

  private static String lower(String said) {
    boolean keep =
        said.startsWith("I ")
            || said.startsWith("I'")
            || said.length() < 2
            || !Character.isLowerCase(said.charAt(1));
    return keep ? said : Character.toLowerCase(said.charAt(0)) + said.substring(1);
  }

  private String slang() {
    return random.nextDouble() < 0.04 ? say("slang") : "";
  }

  private String say(String rule) {
    return grammar().say(rule, product.kind().nature(), words::word, random);
  }

  private Grammar grammar() {
    Grammar grammar = Grammars.ALL.get(language);
    if (grammar == null) {
      throw new IllegalStateException("no grammar for " + language);
    }
    return grammar;
  }
}
