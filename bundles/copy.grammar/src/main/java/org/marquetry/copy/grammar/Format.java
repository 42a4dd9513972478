package org.marquetry.copy.grammar;

/// How a slot shows its value.
///
/// @param argument words that the form needs (`order/orders`, `次`), empty for most
record Format(Kind kind, String argument) {
  static final Format AS_IS = new Format(Kind.AS_IS, "");

  enum Kind {
    /// The plain form of the value's type.
    AS_IS(""),
    /// A text letter by letter: codes, the shop's own name.
    EXACT("exact"),
    /// A text as a common noun in the middle of a sentence: lower case unless it is a proper mix of
    /// cases.
    LOWER("lower"),
    /// A name in the middle of a sentence: lower case only when the catalogue shouts it in
    /// capitals.
    CALM("calm"),
    /// A common noun with its article.
    ARTICLE("a"),
    /// The text up to the first comma, dash or parenthesis.
    SHORT("short"),
    /// A count with its noun or measure word: `n order/orders`, `n 次`.
    COUNTED("n"),
    /// Days as days, weeks, months or years, rounded down.
    SPAN("span"),
    /// A discount the Chinese way: 20 percent off is 8折.
    ZHE("zhe");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
