package org.marquetry.search.lucene;

/// The fields of one indexed product.
final class Fields {
  /// The shop's product id, one token, stored.
  static final String ID = "id";

  /// Title as the shop wrote it, stored only.
  static final String TITLE = "title";

  /// Words of the title, lower case, no stemming: the vocabulary for spelling and prefixes.
  static final String WORD = "title_word";

  /// Stemmed English words of the title.
  static final String EN = "title_en";

  /// The stemmed words that name the thing itself: the end of the title before "with", "for", "in".
  static final String HEAD = "title_head";

  /// Neighbouring title words written as one ("chain link" gives "chainlink").
  static final String PAIR = "title_pair";

  /// Chinese words of the title (smartcn).
  static final String ZH = "title_zh";

  /// Overlapping pairs of Chinese characters, and the single ones, of the title.
  static final String CJK = "title_cjk";

  /// Overlapping pairs of Chinese characters, and the single ones, of category, brand, description
  /// and attributes.
  static final String NAMES_CJK = "names_cjk";

  /// Numbers with their unit as one token ("36in", "500ml").
  static final String MEASURE = "measure";

  /// Stemmed words of category and subcategory.
  static final String CATEGORY = "category";

  /// Category as one lower-case token, for filters.
  static final String CATEGORY_EXACT = "category_exact";

  /// Brand words, lower case.
  static final String BRAND = "brand";

  /// Brand as one lower-case token, for filters.
  static final String BRAND_EXACT = "brand_exact";

  /// Stemmed words of description and attributes.
  static final String TEXT = "text";

  /// Price in minor units, for ranges and stored.
  static final String PRICE = "price";

  /// Currency of the price, one token, stored.
  static final String CURRENCY = "currency";

  /// Stored forms of category and brand for the hit.
  static final String CATEGORY_SHOWN = "category_shown";

  static final String BRAND_SHOWN = "brand_shown";

  private Fields() {}
}
