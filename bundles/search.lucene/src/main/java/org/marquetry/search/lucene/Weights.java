package org.marquetry.search.lucene;

/// What a match is worth by field, relative to a stemmed word of the title; tuned on judged queries
/// (`RelevanceTest`).
record Weights(
    float stem,
    float head,
    float word,
    float pair,
    float measure,
    float chineseWord,
    float bigram,
    float category,
    float brand,
    float text) {
  /// Saturation and length normalisation of BM25: titles are short, so both are lower than usual.
  static final float K1 = 0.4f;

  static final float B = 0.3f;

  static final Weights DEFAULT = new Weights(1f, 0.3f, 0.6f, 0.15f, 0.4f, 1f, 0.5f, 0.5f, 1f, 0.2f);
}
