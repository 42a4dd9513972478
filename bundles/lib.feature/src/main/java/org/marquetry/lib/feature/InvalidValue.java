package org.marquetry.lib.feature;

/// A value that is not as it must be, said in both languages.
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  InvalidValue(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  InvalidValue(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
  }

  /// What is wrong, in simplified Chinese.
  public String zh() {
    return zh;
  }
}
