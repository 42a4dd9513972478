package org.marquetry.copy.api;

/// Where a text will stand, with its length limits in characters.
public enum Channel {
  MAIL_SUBJECT(60, 30, false),
  MAIL_BODY(1200, 600, true),
  /// One message: 160 characters of the GSM alphabet, 70 as soon as one is outside it.
  SMS(160, 70, false),
  /// A product title or headline.
  TITLE(60, 30, false);

  private final int latin;
  private final int chinese;
  private final boolean lines;

  Channel(int latin, int chinese, boolean lines) {
    this.latin = latin;
    this.chinese = chinese;
    this.lines = lines;
  }

  /// The greatest length of a text in this language, in characters.
  public int limit(CopyLanguage language) {
    return language == CopyLanguage.ZH ? chinese : latin;
  }

  /// Tell whether a text may have several lines.
  public boolean lines() {
    return lines;
  }
}
