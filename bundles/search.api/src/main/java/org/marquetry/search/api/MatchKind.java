package org.marquetry.search.api;

/// How a word of the query was found in a product.
public enum MatchKind {
  /// The word itself, or another form of it ("drills" finds "drill").
  WORD,
  /// Two words written as one, or one as two ("chainlink" finds "chain link").
  COMPOUND,
  /// A number with its unit ("36 inch" finds `36"`).
  MEASURE,
  /// A word that is close to what was typed and that the catalogue knows.
  CORRECTED,
  /// A word that begins with what was typed.
  PREFIX,
  /// Two neighbouring Chinese characters.
  CHARACTERS
}
