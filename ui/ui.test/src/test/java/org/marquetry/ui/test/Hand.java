package org.marquetry.ui.test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// A hand that counts what it does: each click, each field that is filled.
final class Hand {
  private final Page page;
  private int acts;

  Hand(Page page) {
    this.page = page;
  }

  int acts() {
    return acts;
  }

  void click(String selector) {
    click(page.locator(selector));
  }

  void click(Locator what) {
    acts++;
    what.click();
  }

  void fill(String selector, String text) {
    acts++;
    page.locator(selector).fill(text);
  }

  /// Leave a field, so that the server has what is in it.
  void leave() {
    page.keyboard().press("Tab");
  }

  /// Open a list and take an entry.
  void choose(String selector, String entry) {
    click(selector);
    click(
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText(entry))
            .last());
  }
}
