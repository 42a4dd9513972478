package org.marquetry.copy.api;

/// A language that copy is written in.
public enum CopyLanguage {
  ZH("zh"),
  EN("en");

  private final String tag;

  CopyLanguage(String tag) {
    this.tag = tag;
  }

  /// The language tag (BCP 47).
  public String tag() {
    return tag;
  }
}
