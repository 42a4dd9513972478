package org.marquetry.shop.api;

/// Thrown when an input is wrong in a way that the person who gave it should read.
public final class Rejected extends IllegalArgumentException implements Worded {
  private static final long serialVersionUID = 1L;

  private final transient Words words;

  /// @param words what is wrong; the English ones are the message
  public Rejected(Words words) {
    super(words.en());
    this.words = words;
  }

  /// Make it with what brought it about.
  public Rejected(Words words, Throwable cause) {
    super(words.en(), cause);
    this.words = words;
  }

  @Override
  public Words words() {
    return words;
  }
}
