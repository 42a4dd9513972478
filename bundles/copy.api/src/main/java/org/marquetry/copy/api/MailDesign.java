package org.marquetry.copy.api;

import java.util.HashSet;
import java.util.List;

/// A mail made of blocks, the same in every language but for its texts. It may be unfinished:
/// [MailDesigns#check] says what is missing.
///
/// @param name what people call it, 1 to 100 characters
/// @param languages tags of those it is written in, 1 to 20; who has none of them gets the first
/// @param openings variants of subject and preheader, 1 to [#MAX_OPENINGS]
/// @param blocks at most [#MAX_BLOCKS], from the top
public record MailDesign(
    String name, List<String> languages, List<MailOpening> openings, List<MailBlock> blocks) {
  /// Most blocks.
  public static final int MAX_BLOCKS = 50;

  /// Most variants of the subject.
  public static final int MAX_OPENINGS = 5;

  /// What a text may name in double braces: facts of the shop, the offer, the reader, and of the
  /// first product of the mail.
  public static final List<String> VARIABLES =
      List.of(
          FactNames.CUSTOMER_NAME,
          FactNames.SHOP_NAME,
          FactNames.OFFER_CODE,
          FactNames.OFFER_PERCENT,
          FactNames.OFFER_AMOUNT,
          FactNames.OFFER_MINIMUM,
          FactNames.OFFER_ENDS,
          FactNames.PRODUCT_TITLE,
          FactNames.PRODUCT_BRAND,
          FactNames.PRODUCT_CATEGORY,
          FactNames.PRODUCT_PRICE);

  private static final int LONGEST_NAME = 100;
  private static final int MOST_LANGUAGES = 20;

  public MailDesign {
    name = name.strip();
    languages = List.copyOf(languages);
    openings = List.copyOf(openings);
    blocks = List.copyOf(blocks);
    require(
        !name.isEmpty() && name.length() <= LONGEST_NAME,
        "name must have 1 to 100 characters, got " + name.length());
    languages.forEach(MailText::requireTag);
    require(
        !languages.isEmpty()
            && languages.size() <= MOST_LANGUAGES
            && new HashSet<>(languages).size() == languages.size(),
        "languages must be 1 to 20, each once, got " + languages);
    require(
        !openings.isEmpty() && openings.size() <= MAX_OPENINGS,
        "openings must be 1 to " + MAX_OPENINGS + ", got " + openings.size());
    require(
        blocks.size() <= MAX_BLOCKS,
        "blocks must be at most " + MAX_BLOCKS + ", got " + blocks.size());
  }

  private static void require(boolean good, String rule) {
    if (!good) {
      throw new IllegalArgumentException(rule);
    }
  }

  /// The language that a reader gets: the reader's own, without its country if need be, else the
  /// first.
  public String languageFor(String reader) {
    if (languages.contains(reader)) {
      return reader;
    }
    String plain = reader.replaceFirst("-.*", "");
    return languages.contains(plain) ? plain : languages.getFirst();
  }

  /// Whether it has a place for the code of an offer.
  public boolean tellsCode() {
    return blocks.stream()
        .anyMatch(b ->
            b instanceof MailBlock.Coupon
                || b.texts().stream()
                    .flatMap(t -> t.versions().values().stream())
                    .anyMatch(t -> t.contains("{{" + FactNames.OFFER_CODE)));
  }

  /// The most products that its recommendation blocks show together; 0 without such a block.
  public int recommended() {
    return blocks.stream()
        .mapToInt(b -> b instanceof MailBlock.Recommendations(int most, var _) ? most : 0)
        .sum();
  }
}
