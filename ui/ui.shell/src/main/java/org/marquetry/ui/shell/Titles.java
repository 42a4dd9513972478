package org.marquetry.ui.shell;

/// What a browser's tab is called.
final class Titles {
  private Titles() {}

  static String of(String page) {
    return page + " · Marquetry";
  }
}
