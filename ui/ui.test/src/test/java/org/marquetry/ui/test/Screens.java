package org.marquetry.ui.test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// Where things are on the shell's pages.
record Screens(Page page, String address) {
  static final String NAME = "Ada";
  static final String PASSWORD = "correct horse";
  private static final String FOLLOW =
      """
      address => {
        document.querySelectorAll('h1').forEach(title => title.setAttribute('data-former', ''));
        const link = Object.assign(document.createElement('a'), {href: address});
        link.setAttribute('router-link', '');
        document.body.append(link);
        link.click();
        link.remove();
      }
      """;

  /// Load a page by its address.
  void open(String path) {
    page.navigate(address + path);
  }

  /// Go to a page as by a link from another one, which costs a seventh of loading it; where no
  /// other kind of page is there yet, load it.
  void go(String path) {
    String there = page.url().startsWith(address) ? page.url().substring(address.length()) : path;
    if (kind(there).equals(kind(path)) || page.locator("#log-out").count() == 0) {
      open(path);
      return;
    }
    page.evaluate(FOLLOW, address + path);
    page.locator("h1:not([data-former])").first().waitFor();
    settled();
  }

  private static String kind(String path) {
    return path.split("[/?]", 2)[0];
  }

  void setUp(String token) {
    page.locator("#token input").fill(token);
    page.locator("#name input").fill(NAME);
    page.locator("#password input").fill(PASSWORD);
    page.locator("#shop input").fill("Tea & Paper");
    page.locator("#complete").click();
  }

  Locator problem() {
    return page.locator("#problem");
  }

  Locator logInForm() {
    return page.locator("vaadin-login-form");
  }

  void logIn(String name, String password) {
    page.locator("input[name=username]").fill(name);
    page.locator("input[name=password]").fill(password);
    page.locator("vaadin-login-form vaadin-button[theme~=primary]").first().click();
  }

  Locator title() {
    return page.locator("h1").first();
  }

  Locator home() {
    return page.locator("#home");
  }

  Locator navigation(String text) {
    return page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText(text)).last();
  }

  /// A part of a page, by the name of its link.
  Locator part(String text) {
    return page.locator(".mq-tabs a", new Page.LocatorOptions().setHasText(text));
  }

  /// Type a note and wait until the server has it.
  void type(String text) {
    page.locator("#note input").fill(text);
    page.locator("#note input").blur();
    settled();
  }

  /// Wait until the server has answered.
  void settled() {
    page.waitForFunction("Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive?.())");
  }

  void switchLanguage() {
    page.locator("#language").click();
  }

  /// Switch the language, unless the page speaks it.
  void speak(String language) {
    if (!page.evaluate("document.documentElement.lang").equals(language)) {
      switchLanguage();
      page.waitForFunction("l => document.documentElement.lang === l", language);
    }
  }

  void switchTheme() {
    page.locator("#theme").click();
  }

  void logOut() {
    page.locator("#log-out").click();
    logInForm().waitFor();
  }
}
