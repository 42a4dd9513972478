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
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at the open page in both languages and both themes.
final class Looks {
  private final Page page;
  private final Screens screens;
  private final Browsing browsing;
  private static final Pattern KIND = Pattern.compile("String KIND = \"([\\w.]+)\"");

  private static @Nullable Words read;

  private final Words words;

  /// What no page may show.
  ///
  /// @param keys of texts
  /// @param jobKinds as the code calls them
  private record Words(Set<String> keys, Set<String> jobKinds) {}

  Looks(Page page, Screens screens, Browsing browsing) throws IOException {
    this.page = page;
    this.screens = screens;
    this.browsing = browsing;
    words = words();
  }

  /// Read from the sources, once.
  private static synchronized Words words() throws IOException {
    Words known = read;
    if (known != null) {
      return known;
    }
    Words words = new Words(new HashSet<>(), new HashSet<>());
    try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
      files
          .filter(f -> f.endsWith("texts_en.properties") && f.toString().contains("src"))
          .forEach(f -> words.keys.addAll(load(f)));
    }
    assertTrue(words.keys.contains("shell.home"), "found no texts");
    try (Stream<Path> files = Files.walk(Path.of("../../bundles"), 12)) {
      files
          .filter(f -> f.toString().endsWith(".java") && f.toString().contains("src/main"))
          .forEach(f -> kind(f).ifPresent(words.jobKinds::add));
    }
    assertTrue(words.jobKinds.contains("data.import"), "found no kinds of jobs");
    read = words;
    return words;
  }

  private static Optional<String> kind(Path file) {
    try {
      Matcher kind = KIND.matcher(Files.readString(file));
      return kind.find() ? Optional.of(kind.group(1)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return violations(name, "en");
  }

  /// The same on a page that speaks a language now. It is looked at as it is and, with the other
  /// theme, in the other language: colours are those of the theme in every language. The theme
  /// stays the other one; the next page is looked at the other way round.
  List<String> violations(String name, String first) {
    List<String> violations = new ArrayList<>();
    String second = first.equals("en") ? "zh-CN" : "en";
    String theme = String.valueOf(page.evaluate("document.documentElement.style.colorScheme"));
    String other = theme.equals("dark") ? "light" : "dark";
    look(name, first, theme, violations);
    screens.switchTheme();
    if (Browsing.SHOTS) {
      look(name, first, other, violations);
    }
    screens.switchLanguage();
    look(name, second, other, violations);
    if (Browsing.SHOTS) {
      screens.switchTheme();
      look(name, second, theme, violations);
      screens.switchTheme();
    }
    screens.switchLanguage();
    page.waitForFunction("l => document.documentElement.lang === l", first);
    return violations;
  }

  private void look(String name, String language, String theme, List<String> violations) {
    page.waitForFunction("l => document.documentElement.lang === l", language);
    page.waitForFunction("t => document.documentElement.style.colorScheme === t", theme);
    screens.settled();
    String where = name + "-" + language + "-" + theme;
    Browsing.shot(page, where);
    browsing.violations(page).forEach(v -> violations.add(where + " " + v));
    check(where, language);
  }

  private void check(String where, String language) {
    String text = page.locator("body").innerText();
    List<String> untranslated =
        Arrays.stream(text.split("\\s+", -1))
            .filter(word ->
                word.contains(".") && words.keys.contains(word)) // "extensions" is a word too
            .toList();
    assertTrue(untranslated.isEmpty(), where + " shows keys: " + untranslated);
    words.jobKinds.forEach(kind ->
        assertFalse(text.contains(kind), where + " shows the kind of a job as a code: " + kind));
    boolean chinese =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    assertTrue(chinese || language.equals("en"), where + " has no Chinese: " + text);
    assertTrue(page.title().endsWith("· Marquetry"), where + " is called " + page.title());
    assertFalse(text.contains("{0"), where + " shows a pattern: " + text);
  }
}
