package org.marquetry.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The tree as it stands obeys every rule.
class HouseTest {
  private static final House HOUSE = House.here();
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  /// A table or view with a schema in the text of a query.
  private static final Pattern TABLE =
      Pattern.compile("(?i)\\b(?:from|join)\\s+([a-z_][a-z_0-9]*)\\.[a-z_]");

  /// The Chinese of a text that is written down in both languages.
  private static final Pattern CHINESE =
      Pattern.compile("new Words\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*,");

  @TestFactory
  Stream<DynamicTest> theRulesHold() {
    JavaClasses classes = HOUSE.classes();
    assertTrue(
        classes.size() > 20, "found only " + classes.size() + " classes: build the bundles first");
    Rules rules = new Rules(HOUSE::bundleOf);
    return Stream.of(
            rules.starShape(),
            rules.truthStaysHidden(),
            rules.noClock(),
            rules.noThreads(),
            rules.serviceMethodsRequire(),
            rules.componentsAreProviders(),
            rules.apiHasNoThirdPartyTypes(),
            rules.channelsOnlyThroughThePolicy(),
            rules.onlyStoresOpenConnections())
        .map(r -> DynamicTest.dynamicTest(r.getDescription(), () -> lenient(r).check(classes)));
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    for (Path source : HOUSE.sources()) {
      Path info = source.resolveSibling("package-info.java");
      assertTrue(Files.exists(info), "no package-info.java beside " + source);
      assertTrue(Files.readString(info).contains("@NullMarked"), info + " is not @NullMarked");
    }
  }

  @Test
  void everyModuleIsInTheReactor() throws IOException {
    List<String> listed =
        MODULE
            .matcher(Files.readString(HOUSE.top().resolve("pom.xml")))
            .results()
            .map(m -> m.group(1))
            .toList();
    for (String folder : List.of("bundles", "ui")) {
      for (String bundle : HOUSE.bundles()) {
        Path module = HOUSE.top().resolve(folder).resolve(bundle);
        if (Files.exists(module)) {
          assertTrue(
              listed.contains(folder + "/" + bundle), folder + "/" + bundle + " is in no reactor");
        }
      }
    }
    assertEquals(listed.stream().distinct().count(), listed.size(), "a module is listed twice");
  }

  /// What listens at the window outlives its page, and holds the classes of a bundle that is gone.
  @Test
  void onlyWindowWidthListensAtTheWindow() throws IOException {
    for (Path source : HOUSE.sources()) {
      boolean listens = Files.readString(source).contains("addBrowserWindowResizeListener");
      assertEquals(source.endsWith("WindowWidth.java"), listens, source.toString());
    }
  }

  @Test
  void wordsAreChineseFirst() throws IOException {
    int texts = 0;
    for (Path source : HOUSE.sources()) {
      for (var found : CHINESE.matcher(Files.readString(source)).results().toList()) {
        assertTrue(
            found.group(1).codePoints().anyMatch(Character::isIdeographic),
            source + ": " + found.group());
        texts++;
      }
    }
    assertTrue(texts > 100, "found only " + texts + " texts");
  }

  @Test
  void queriesReadPublishedViewsOnly() throws IOException {
    for (Path source : HOUSE.sources()) {
      String path = source.toString().replace('\\', '/');
      if (path.contains("/warehouse.") || path.contains("/sql.")) {
        continue;
      }
      String text = Files.readString(source);
      if (text.contains("org.marquetry.warehouse.api")) {
        TABLE
            .matcher(text)
            .results()
            .forEach(m ->
                assertEquals(
                    "v1", m.group(1), source + " reads a table of somebody else: " + m.group()));
      }
    }
  }

  @Test
  void aBundleSpeaksToItsOwnSchemaOnly() throws IOException {
    for (Path source : HOUSE.sources()) {
      String path = source.toString().replace('\\', '/');
      String text = Files.readString(source);
      if (!path.contains("/sql.") && text.contains("org.marquetry.sql.api")) {
        assertEquals(List.of(), Statements.ofAnotherSchema(text), path);
      }
    }
    for (Path migration : HOUSE.migrations()) {
      assertEquals(
          List.of(), Statements.ofAnotherSchema(Files.readString(migration)), migration.toString());
    }
  }

  @Test
  void everyBundleFolderIsNamedAsItsPackage() throws IOException {
    for (Path source : HOUSE.sources()) {
      Path root = source;
      while (!root.endsWith("src")) {
        root = root.getParent();
      }
      String bundle = root.getParent().getFileName().toString();
      String packageName =
          root.resolve("main/java").relativize(source.getParent()).toString().replace('/', '.');
      if (!bundle.equals("lib.doubles")) { // tests only; one may stand where what it doubles stands
        assertEquals(
            bundle,
            HOUSE.bundleOf(packageName).orElse("none"),
            source + " stands in a foreign package");
      }
      assertFalse(
          packageName.matches(".*\\.(util|utils|helper|helpers|impl)(\\..*)?"),
          source + ": name it by its subject");
    }
  }

  private static ArchRule lenient(ArchRule rule) {
    return rule.allowEmptyShould(true);
  }
}
