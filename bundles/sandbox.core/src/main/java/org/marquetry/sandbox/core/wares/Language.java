package org.marquetry.sandbox.core.wares;

import java.util.Locale;

/// A language that the shop and its customers write.
public enum Language {
  ZH("zh-CN"),
  EN("en");

  private final String tag;
  private final Locale locale;

  Language(String tag) {
    this.tag = tag;
    locale = Locale.forLanguageTag(tag);
  }

  /// The IETF tag.
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return locale;
  }
}
