package org.marquetry.sandbox.core.wares;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// How one person puts sentences on the screen: stops, emoji, slips of the finger.
final class Handwriting {
  private static final List<String> GLAD =
      List.of("😊", "👍", "❤️", "😍", "🥰", "👏", "🌟", "😄", "👍👍", "💯");
  private static final List<String> SAD = List.of("😡", "😞", "👎", "😤", "🙄", "😒", "💔");
  private static final List<String> EVEN = List.of("🙂", "🤷", "😐", "🤔", "😅");
  private static final Map<String, String> SLIPS =
      Map.of("做工", "作工", "在", "再", "的时候", "得时候", "已经", "以经", "合适", "和适", "喜欢", "喜歡", "收到", "收倒");

  private final Language language;
  private final int stars;
  private final SplittableRandom random;

  Handwriting(Language language, int stars, SplittableRandom random) {
    this.language = language;
    this.stars = stars;
    this.random = random;
  }

  String write(List<String> sentences, String slang) {
    String text = language == Language.ZH ? chinese(sentences, slang) : english(sentences, slang);
    if (random.nextDouble() < 0.07) {
      List<String> faces = stars >= 4 ? GLAD : stars == 3 ? EVEN : SAD;
      text += (language == Language.ZH ? "" : " ") + faces.get(random.nextInt(faces.size()));
    }
    return text;
  }

  private String chinese(List<String> sentences, String slang) {
    double draw = random.nextDouble();
    String stop =
        draw < 0.58 ? "。" : draw < 0.70 ? "！" : draw < 0.84 ? "，" : draw < 0.94 ? " " : "～";
    StringBuilder text = new StringBuilder(slang.isEmpty() ? "" : slang + "，");
    for (String sentence : sentences) {
      String bare = sentence.replaceAll("[，。！～]+$", "");
      boolean stopped = text.length() > 0 && "。！？，～ ".indexOf(text.charAt(text.length() - 1)) < 0;
      text.append(stopped ? stop : "").append(bare.isEmpty() ? sentence : bare);
    }
    boolean ends = random.nextDouble() < (sentences.size() == 1 ? 0.35 : 0.7);
    String end = "， ".contains(stop) ? "。" : stop;
    return slip(text + (ends ? end : ""));
  }

  private String slip(String text) {
    if (random.nextDouble() >= 0.05) {
      return text;
    }
    for (String right : SLIPS.keySet().stream().sorted().toList()) {
      if (text.contains(right)) {
        return text.replaceFirst(right, SLIPS.getOrDefault(right, right));
      }
    }
    return text;
  }

  private String english(List<String> sentences, String slang) {
    StringBuilder text = new StringBuilder();
    boolean loud = stars != 3 && random.nextDouble() < 0.12;
    for (String sentence : sentences) {
      String bare = sentence.replaceAll("[.!]+$", "").strip();
      String stop = sentence.endsWith("!") || (loud && random.nextBoolean()) ? "!" : ".";
      text.append(text.isEmpty() ? "" : " ")
          .append(Character.toUpperCase(bare.charAt(0)))
          .append(bare, 1, bare.length())
          .append(stop);
    }
    String all = text.toString().replace(",,", ",");
    if (!slang.isEmpty()) {
      all = all.substring(0, all.length() - 1) + " " + slang;
    } else if (random.nextDouble() < (sentences.size() == 1 ? 0.4 : 0.12)) {
      all = all.substring(0, all.length() - 1);
    }
    if (random.nextDouble() < 0.07) {
      all = all.toLowerCase(Locale.ROOT);
    }
    return random.nextDouble() < 0.07 ? typo(all) : all;
  }

  /// Two letters of a longer word in the wrong order, or one left out.
  private String typo(String text) {
    int from = random.nextInt(text.length());
    for (int i = Math.max(1, from); i + 3 < text.length(); i++) {
      boolean inside = text.substring(i - 1, i + 3).chars().allMatch(c -> c >= 'a' && c <= 'z');
      if (inside) {
        return random.nextBoolean()
            ? text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2)
            : text.substring(0, i) + text.substring(i + 1);
      }
    }
    return text;
  }
}
