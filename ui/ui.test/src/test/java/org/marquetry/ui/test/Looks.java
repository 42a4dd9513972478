package org.marquetry.ui.test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at the open page in both languages and both themes.
final class Looks {
  private final Page page;
  private final Screens screens;
  private final Browsing browsing;
  private final Set<String> keys = new HashSet<>();

  Looks(Page page, Screens screens, Browsing browsing) throws IOException {
    this.page = page;
    this.screens = screens;
    this.browsing = browsing;
    try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
      files
          .filter(f -> f.endsWith("texts_en.properties") && f.toString().contains("src"))
          .forEach(f -> keys.addAll(load(f)));
    }
    assertTrue(keys.contains("shell.home"), "found no texts");
  }

  private static Set<String> load(Path file) {
    Properties texts = new Properties();
    try (var in = Files.newInputStream(file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.stringPropertyNames();
  }

  /// What axe finds; a text that is its key, a page without Chinese in Chinese, or a page without a
  /// name fails at once. Leaves a picture of each.
  List<String> violations(String name) {
    List<String> violations = new ArrayList<>();
    for (String language : new String[] {"en", "zh-CN"}) {
      for (String theme : new String[] {"light", "dark"}) {
        page.waitForFunction("l => document.documentElement.lang === l", language);
        page.waitForFunction("t => document.documentElement.style.colorScheme === t", theme);
        screens.settled();
        String where = name + "-" + language + "-" + theme;
        Browsing.shot(page, where);
        browsing.violations(page).forEach(v -> violations.add(where + " " + v));
        check(where, language);
        screens.switchTheme();
      }
      screens.switchLanguage();
    }
    page.waitForFunction("document.documentElement.lang === 'en'");
    return violations;
  }

  private void check(String where, String language) {
    String text = page.locator("body").innerText();
    List<String> untranslated =
        Arrays.stream(text.split("\\s+", -1)).filter(keys::contains).toList();
    assertTrue(untranslated.isEmpty(), where + " shows keys: " + untranslated);
    boolean chinese =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    assertTrue(chinese || language.equals("en"), where + " has no Chinese: " + text);
    assertTrue(page.title().endsWith("· Marquetry"), where + " is called " + page.title());
    assertFalse(text.contains("{0"), where + " shows a pattern: " + text);
  }
}
