package org.marquetry.sandbox.core.wares;

/// A language that the shop and its customers write.
public enum Language {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /// The IETF tag.
  public String tag() {
    return tag;
  }
}
