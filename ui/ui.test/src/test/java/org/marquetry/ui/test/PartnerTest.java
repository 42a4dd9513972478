package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.testing.RunningSuite;

/// Follows the pages of `docs/partners` in a folder outside the project: the API jars only, the
/// real command line, a real browser.
final class PartnerTest {
  @TempDir Path scratch;
  private Workshop workshop;

  @BeforeEach
  void open() {
    workshop = new Workshop(scratch);
  }

  @Test
  void anExtensionIsMadeBuiltInstalledUsedAndRemoved() throws Exception {
    Guide guide = Guide.read(Workshop.ROOT.resolve("docs/partners/first-bundle.md"));
    workshop.launcher(guide.command("launcher/marquetry new-extension"));
    String said = workshop.maven(guide.command("mvn"));
    assertTrue(Files.exists(scratch.resolve("hello/target/hello-1.0.0.jar")), said);
    assertTrue(said.contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0"), said);

    Path home = Files.createDirectories(scratch.resolve("home"));
    RunningSuite suite = Suites.start(home);
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.window(suite.address(), "en-US", ColorScheme.LIGHT, 1280);
      Screens screens = new Screens(page, suite.address());
      screens.open("");
      screens.setUp(suite.token());
      screens.home().waitFor();
      assertThat(screens.navigation("Hello")).hasCount(0);

      workshop.asked(home, guide.command("launcher/marquetry feature trust unsigned"));
      String installed = workshop.asked(home, guide.command("launcher/marquetry feature install"));
      assertTrue(installed.contains("hello 1.0.0 is new"), installed);
      screens.navigation("Hello").click();
      assertThat(screens.title()).hasText("Hello");
      page.getByLabel("Customer").fill("c1");
      page.getByLabel("Note").fill("likes tea");
      assertThat(page.locator("hello-counter")).hasText("9 / 500");
      page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("#hello-list")).containsText("likes tea");
      assertTrue(workshop.asked(home, "x", "feature", "list").contains("installed into the home"));

      String removed = workshop.asked(home, guide.command("launcher/marquetry feature remove"));
      assertTrue(removed.contains("hello 1.0.0 goes"), removed);
      assertThat(screens.title()).hasText("This page is away");
      assertThat(screens.navigation("Hello")).hasCount(0);
      Path zip = zip(scratch.resolve("hello"));
      String checked = workshop.launcher("x", "check-extension", zip.toString(), "--starts", "0");
      assertTrue(checked.contains("hello:1.0.0 is good"), checked);
      new ExtensionsJourney(page, screens, browsing, new Door(suite.address(), home))
          .uploadInstallSwapAndRollBack(zip, publishedByAcme(), scratch.resolve("offers"));
      assertEquals(List.of(), browsing.complaints());
    } finally {
      suite.close();
    }
  }

  /// Publish it in the folder `offers`.
  ///
  /// @return the public key
  private String publishedByAcme() throws Exception {
    String said = workshop.launcher("x", "key", "new", "--name", "Acme", "--out", "acme.key");
    Matcher key = Pattern.compile("MCow[A-Za-z0-9+/=]+").matcher(said);
    assertTrue(key.find(), said);
    workshop.launcher("x", "key", "publish", "hello", "--key", "acme.key", "--to", "offers");
    return key.group();
  }

  /// A feature file and its jar, as somebody sends it.
  private Path zip(Path project) throws IOException {
    Path zip = scratch.resolve("hello.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("feature.json", "target/hello-1.0.0.jar")) {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(project.resolve(name), out);
      }
    }
    return zip;
  }

  @Test
  void theOtherKindsBuildAndKeepTheContractOfTheirExtensionPoint() throws Exception {
    List<String> kinds = List.of("recommender", "trait");
    StringBuilder modules = new StringBuilder();
    for (String kind : kinds) {
      workshop.launcher("x", "new-extension", "--kind", kind, "--name", "my" + kind);
      modules.append("<module>my").append(kind).append("</module>");
    }
    Guide points = Guide.read(Workshop.ROOT.resolve("docs/partners/extension-points.md"));
    workshop.follow(points, "points");
    modules.append("<module>points</module>");
    workshop.launcher("x", "new-extension", "--kind", "trait", "--name", "broken");
    breakIt(scratch.resolve("broken"));
    modules.append("<module>broken</module>");
    Files.writeString(
        scratch.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId><artifactId>all</artifactId><version>1</version><packaging>pom</packaging>
          <modules>%s</modules>
        </project>
        """
            .formatted(modules));
    String said = workshop.maven("mvn", "verify");
    for (String kind : kinds) {
      String test = "TEST-com.example.my%s.My%sTest.xml".formatted(kind, kind);
      Path report = scratch.resolve("my" + kind + "/target/surefire-reports/" + test);
      assertTrue(Files.exists(report), said);
      String told = Files.readString(report);
      assertTrue(told.matches("(?s).* tests=\"[5-9]\" errors=\"0\".* failures=\"0\".*"), told);
      assertTrue(Files.exists(scratch.resolve("my%s/target/my%s-1.0.0.jar".formatted(kind, kind))));
    }
    String inSuite =
        Files.readString(
            scratch.resolve(
                "mytrait/target/failsafe-reports/TEST-com.example.mytrait.MytraitIT.xml"));
    assertTrue(
        inSuite.matches("(?s).* tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\".*"), inSuite);
    assertTrue(Files.exists(scratch.resolve("points/target/points-1.0.0.jar")), said);
    String good = workshop.launcher("x", "check-extension", "mytrait", "--starts", "5");
    assertTrue(good.contains("com.example:mytrait:1.0.0 is good, after 5 starts"), good);
    String bad = workshop.run(60, 1, Workshop.command("check-extension", "broken"));
    for (String finding :
        List.of(
            "licence    no licence in feature.json",
            "powers     uses java.net.http.HttpClient but does not ask for \"network\"",
            "api        com.example.broken uses org.marquetry.profile.core, which is no API",
            "resolves   com.example.broken needs org.marquetry.sql.api [2.0.0,3.0.0), which is there in 1.0.0",
            "strings    com/example/broken/texts_zh.properties lacks [broken.title]",
            "settings   com.example.broken.settings has the secret \"key\"",
            "settings   the settings have texts, but there is no OSGI-INF/l10n/broken.properties",
            "contract   com.example.broken provides org.marquetry.profile.spi.TraitSource, but no test")) {
      assertTrue(bad.contains(finding), finding + "\nis not in\n" + bad);
    }
  }

  /// Mistakes, each of which another check finds.
  private static void breakIt(Path project) throws IOException {
    Workshop.edit(project.resolve("feature.json"), "  \"license\": \"Apache-2.0\",\n", "");
    Workshop.edit(
        project.resolve("bnd.bnd"),
        "Bundle-Name",
        "Import-Package: org.jspecify.annotations*;resolution:=optional,org.marquetry.profile.core,org.marquetry.sql.api;version=\"[2,3)\",*\nBundle-Name");
    Workshop.edit(
        project.resolve("src/main/java/com/example/broken/BrokenTraits.java"),
        "@Activate",
        "Object net = java.net.http.HttpClient.newHttpClient();\n  @Activate");
    Files.writeString(
        project.resolve("src/main/java/com/example/broken/BrokenSettings.java"),
        """
        package com.example.broken;

        import org.osgi.service.component.annotations.Component;
        import org.osgi.service.metatype.annotations.AttributeDefinition;
        import org.osgi.service.metatype.annotations.AttributeType;
        import org.osgi.service.metatype.annotations.Designate;
        import org.osgi.service.metatype.annotations.ObjectClassDefinition;

        @ObjectClassDefinition(name = "%settings", localization = "OSGI-INF/l10n/broken")
        @interface BrokenSettings {
          @AttributeDefinition(name = "%key", type = AttributeType.PASSWORD)
          String key() default "";

          @Component(service = {}, configurationPid = "com.example.broken.settings")
          @Designate(ocd = BrokenSettings.class)
          final class Holder {}
        }
        """);
    Path texts = project.resolve("src/main/resources/com/example/broken");
    Files.writeString(
        texts.resolve("texts_en.properties"), "broken.title=Broken\nbroken.add=Add\n");
    Files.writeString(texts.resolve("texts_zh.properties"), "broken.add=添加\n");
    for (String test : List.of("BrokenTest.java", "BrokenIT.java")) {
      Files.delete(project.resolve("src/test/java/com/example/broken").resolve(test));
    }
  }

  @Test
  void aTestOfAForeignProjectRunsOnTheSyntheticShop() throws Exception {
    Guide guide = Guide.read(Workshop.ROOT.resolve("docs/partners/tests.md"));
    workshop.follow(guide, "gone");
    String said = workshop.maven(guide.command("mvn"));
    Path report =
        scratch.resolve("gone/target/surefire-reports/TEST-com.example.gone.GoneTest.xml");
    assertTrue(Files.exists(report), said);
    String told = Files.readString(report);
    assertTrue(told.contains("name=\"whoIsHeldGoneLivesLessOften(SandboxShop)\""), told);
    assertTrue(told.contains(" tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\""), told);
  }
}
