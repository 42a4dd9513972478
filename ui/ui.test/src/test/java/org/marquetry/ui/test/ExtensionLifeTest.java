package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.testing.RunningSuite;

/// A partner's channel from its first installation to its removal, while its page is open and
/// something is typed on it: used, upgraded to a version that changes its tables, rolled back.
final class ExtensionLifeTest {
  private static final Pattern STATE = Pattern.compile("\"number\":(\\d+)");

  @TempDir Path scratch;

  @Test
  void itIsInstalledUsedUpgradedRolledBackAndRemovedWithItsPageOpen() throws Exception {
    Workshop workshop = new Workshop(scratch);
    build(workshop);
    Path home = Files.createDirectories(scratch.resolve("home"));
    try (WebhookReceiver receiver = new WebhookReceiver();
        RunningSuite suite =
            Suites.start(
                home, "pages", "\"org.marquetry.platform.net\": {\"inside\": [\"127.0.0.1\"]}");
        Browsing browsing = new Browsing()) {
      Page page = browsing.window(suite.address(), "en-US", ColorScheme.LIGHT, 1280);
      Screens screens = new Screens(page, suite.address());
      Door door = new Door(suite.address(), home);
      screens.open("");
      screens.setUp(suite.token());
      screens.home().waitFor();
      workshop.asked(home, "x", "feature", "trust", "unsigned", "on");
      workshop.asked(home, "x", "feature", "install", "hooks", "--probation", "0");
      final String first = newestState(door);
      assertTrue(
          workshop.launcher("x", "check-extension", "hooks", "--starts", "5").contains("is good"));

      SettingsForms forms = new SettingsForms(page, screens, browsing);
      forms.set("hooks", receiver.address(), WebhookReceiver.secret());
      assertEquals(List.of(), holding(home, WebhookReceiver.secret()));
      String shown = workshop.asked(home, "x", "settings", "show", "com.example.hooks");
      assertTrue(shown.contains(".secret  set\n"), shown);
      String level = workshop.asked(home, "x", "log", "level", "com.example.hooks", "debug");
      assertTrue(level.contains("DEBUG  com.example.hooks"), level);
      forms.restore("hooks");

      screens.navigation("Hooks").click();
      assertThat(screens.title()).hasText("Hooks");
      send(page, "one");
      assertEquals(List.of("one"), receiver.taken());

      type(page, "half a thought");
      workshop.asked(home, "x", "feature", "install", "next", "--probation", "0");
      assertThat(screens.title()).hasText("Hooks 1.1");
      assertThat(page.locator("#hooks-words input")).hasValue("half a thought");
      send(page, "two");

      type(page, "and more");
      workshop.asked(home, "x", "feature", "rollback", first, "--probation", "0");
      assertThat(screens.title()).hasText("Hooks");
      assertThat(page.locator("#hooks-words input")).hasValue("and more");
      send(page, "three");
      assertThat(page.locator("#hooks-list")).containsText("answered with 204");
      assertEquals(List.of("one", "two", "three"), receiver.taken());
      assertEquals(3, rows(page)); // what the newer version wrote in its newer table is read

      workshop.asked(home, "x", "feature", "remove", "hooks", "--probation", "0");
      assertThat(screens.title()).hasText("This page is away");
      assertThat(screens.navigation("Hooks")).hasCount(0);
      assertEquals(List.of(), browsing.complaints());
      assertEquals(List.of(), receiver.refused());
    }
  }

  /// Files of the home that hold a text.
  private static List<Path> holding(Path home, String text) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> {
            try {
              return Files.readString(f, StandardCharsets.ISO_8859_1).contains(text);
            } catch (IOException gone) { // the suite deletes files meanwhile
              return false;
            }
          })
          .toList();
    }
  }

  /// Type without leaving the field: the server is not told.
  private static void type(Page page, String words) {
    page.locator("#hooks-words input").fill("");
    page.locator("#hooks-words input").pressSequentially(words);
  }

  private static void send(Page page, String words) {
    page.locator("#hooks-words input").fill(words);
    page.locator("#hooks-send").click();
    assertThat(page.locator("#hooks-outcome")).hasText("Taken: answered with 204");
    assertThat(page.locator("#hooks-send")).isEnabled();
  }

  private static int rows(Page page) {
    return page.locator("#hooks-list vaadin-grid-cell-content")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("test.sent"))
        .count();
  }

  private static String newestState(Door door) throws IOException, InterruptedException {
    Matcher newest = STATE.matcher(door.get("feature-states"));
    assertTrue(newest.find());
    return newest.group(1);
  }

  /// Two versions of it: the next one has another title and one more column, which it fills.
  private void build(Workshop workshop) throws Exception {
    workshop.launcher("x", "new-extension", "--kind", "channel", "--name", "hooks");
    Path next = Files.createDirectories(scratch.resolve("next"));
    try (Stream<Path> files = Files.walk(scratch.resolve("hooks"))) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, next.resolve(scratch.resolve("hooks").relativize(file)));
      }
    }
    Workshop.edit(next.resolve("pom.xml"), "<version>1.0.0", "<version>1.1.0");
    Workshop.edit(
        next.resolve("feature.json"), "hooks:1.0.0\",\n  \"name", "hooks:1.1.0\",\n  \"name");
    Workshop.edit(next.resolve("feature.json"), "hooks:1.0.0\" }", "hooks:1.1.0\" }");
    Path texts = next.resolve("src/main/resources/com/example/hooks");
    Workshop.edit(texts.resolve("texts_en.properties"), "title=Hooks", "title=Hooks 1.1");
    Files.writeString(
        texts.resolve("0002-host.sql"), "ALTER TABLE deliveries ADD COLUMN host VARCHAR(200);\n");
    Path deliveries = next.resolve("src/main/java/com/example/hooks/HooksDeliveries.java");
    Workshop.edit(
        deliveries, "\"0001-deliveries.sql\"", "\"0001-deliveries.sql\", \"0002-host.sql\"");
    Workshop.edit(deliveries, "attempts) VALUES (", "attempts, host) VALUES ('here', ");
    Workshop.edit(deliveries, "VALUES ('here', ?, ?, ?, ?, ?)", "VALUES (?, ?, ?, ?, ?, 'here')");
    String said = workshop.maven("mvn", "-f", "hooks/pom.xml", "package");
    Path report =
        scratch.resolve("hooks/target/surefire-reports/TEST-com.example.hooks.HooksTest.xml");
    assertTrue(
        Files.readString(report).contains(" errors=\"0\" skipped=\"0\" failures=\"0\""), said);
    workshop.maven("mvn", "-f", "next/pom.xml", "-Dmaven.test.skip=true", "package");
  }
}
