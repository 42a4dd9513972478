package org.marquetry.copy.grammar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.UnsupportedClaim;
import org.marquetry.copy.api.UnsupportedClaim.Kind;

/// Words that claim something, by kind, and the facts that would support them.
final class ClaimWords {
  private static final Map<Kind, Set<String>> SUPPORT =
      Map.of(
          Kind.OFFER,
          Set.of(
              FactNames.OFFER_PERCENT,
              FactNames.OFFER_AMOUNT,
              FactNames.OFFER_ENDS,
              FactNames.OFFER_CODE,
              FactNames.PRODUCT_WAS),
          Kind.URGENCY,
          Set.of(FactNames.OFFER_ENDS),
          Kind.RATING,
          Set.of(FactNames.PRODUCT_RATING, FactNames.PRODUCT_REVIEWS));

  private static final Map<Kind, String> ENGLISH =
      Map.of(
          Kind.OFFER,
          "\\b(?:discount\\w*|\\boff\\b|sales?|save|saves|savings?|coupons?|codes?|vouchers?|deals?"
              + "|cashback|bargains?|half[ -]price|reduced|cheaper)\\b",
          Kind.GIFT,
          "\\b(?:(?<!feel )free|gifts?|giveaways?|on the house)\\b",
          Kind.URGENCY,
          "\\b(?:hurry|today only|tonight|last chance|limited|ends?|ending|expires?|expiring|final(?:ly)? (?:day|hour)s?"
              + "|while (?:stocks?|supplies) lasts?|selling fast|almost gone|only .{0,12}left|deadline|runs out|until)\\b",
          Kind.RATING,
          "\\b(?:best-?sell\\w*|popular|top[ -]rated|rated|reviews?|stars?|award\\w*|loved by|favou?rites? (?:of|with)"
              + "|trending|customers love|everyone)\\b",
          Kind.NEWNESS,
          "\\b(?:brand[ -]new|just (?:arrived|in|landed)|new (?:arrival|in|season)\\w*|latest|newest)\\b",
          Kind.DELIVERY,
          "\\b(?:shipping|ships|deliver\\w*|returns?|refund\\w*|money[ -]back|guarantee\\w*|warrant\\w*)\\b",
          Kind.SUPERLATIVE,
          "\\b(?:best|cheapest|lowest|highest|most|perfect|unique|only|number one|ultimate|unbeatable|finest|greatest"
              + "|world-class|never been|always)\\b");

  private static final Map<Kind, String> CHINESE =
      Map.of(
          Kind.OFFER, "折扣|\\d折|[一二三四五六七八九]折|打折|优惠|立减|满减|直减|特价|促销|券|返现|返利|省下|省钱|降价|大促",
          Kind.GIFT, "赠|免费|免单|礼包|好礼",
          Kind.URGENCY, "仅剩|仅限|限时|限量|截止|最后|倒计时|今晚|今日|即将|马上结束|到期|过期|手慢无|抓紧|抢",
          Kind.RATING, "热销|热卖|爆款|爆品|好评|畅销|口碑|人气|获奖|评分|网红|大家都|人人",
          Kind.NEWNESS, "新品|新款|上新|全新|刚到|首发|新到",
          Kind.DELIVERY, "包邮|免邮|发货|送达|到货|退换|退款|退货|保修|质保|保证|正品",
          Kind.SUPERLATIVE, "最(?!近)|第一|唯一|顶级|极致|首选|绝对|完美|独家|史上|万能|永久|国家级|世界级|百分之百");

  private final Map<Kind, Pattern> patterns = new EnumMap<>(Kind.class);

  /// @param text the words that claim
  record Found(int start, int end, String text, Kind kind) {}

  ClaimWords(CopyLanguage language) {
    (language == CopyLanguage.ZH ? CHINESE : ENGLISH)
        .forEach(
            (kind, words) -> patterns.put(kind, Pattern.compile(words, Pattern.CASE_INSENSITIVE)));
  }

  /// Find claiming words that none of these facts supports, kind by kind.
  List<Found> unsupported(String text, Set<String> facts) {
    List<Found> found = new ArrayList<>();
    patterns.forEach((kind, pattern) -> {
      if (SUPPORT.getOrDefault(kind, Set.of()).stream().noneMatch(facts::contains)) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
          found.add(new Found(matcher.start(), matcher.end(), matcher.group(), kind));
        }
      }
    });
    return found;
  }

  /// Find a claim in the words of a production itself: a number, or words that its facts do not
  /// support.
  Optional<String> unsupported(Production production) {
    return unsupported(production.parts(), production.required());
  }

  private Optional<String> unsupported(List<Part> parts, Set<String> facts) {
    for (Part part : parts) {
      Optional<String> claim =
          switch (part) {
            case Part.Literal literal -> claim(literal.text(), facts);
            case Part.Maybe maybe -> unsupported(maybe.parts(), with(facts, maybe.parts()));
            default -> Optional.empty();
          };
      if (claim.isPresent()) return claim;
    }
    return Optional.empty();
  }

  private Optional<String> claim(String words, Set<String> facts) {
    Matcher digit = NumberWords.DIGITS.matcher(words);
    if (digit.find()) return Optional.of(digit.group());
    return unsupported(words, facts).stream().map(Found::text).findFirst();
  }

  private static Set<String> with(Set<String> facts, List<Part> parts) {
    Set<String> all = new TreeSet<>(facts);
    for (Part part : parts) {
      if (part instanceof Part.Slot slot) all.add(slot.fact());
    }
    return all;
  }

  static UnsupportedClaim claim(Found found) {
    return new UnsupportedClaim(found.start(), found.end(), found.text(), found.kind());
  }
}
