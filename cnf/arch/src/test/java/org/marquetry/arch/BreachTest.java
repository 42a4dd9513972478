package org.marquetry.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.marquetry.breach.Breaches;

/// A rule that cannot fail protects nothing: every rule refuses the breach planted for it in
/// [Breaches].
class BreachTest {
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("org.marquetry.breach", "org.marquetry.platform.api");

  /// The planted classes play the part of the bundle that their name says.
  private static Optional<String> bundleOf(JavaClass c) {
    if (c.getPackageName().startsWith("org.marquetry.platform.api")) {
      return Optional.of("platform.api");
    }
    if (!c.getPackageName().equals("org.marquetry.breach")) {
      return Optional.empty();
    }
    return Optional.of(
        switch (c.getSimpleName()) {
          case "GreetingApi", "LeakyApi" -> "greeting.api";
          case "OtherProvider" -> "other.plain";
          default -> "greeting.plain";
        });
  }

  @TestFactory
  Stream<DynamicTest> everyRuleCatchesItsBreach() {
    Rules rules = new Rules(BreachTest::bundleOf);
    return Stream.of(
        caught(rules.starShape(), "OtherProvider"),
        caught(rules.truthStaysHidden(), "Cheats"),
        caught(rules.noClock(), "now()"),
        caught(rules.noThreads(), "Thread"),
        caught(rules.serviceMethodsRequire(), "greet"),
        caught(rules.componentsAreProviders(), "Unmarked"),
        caught(rules.apiHasNoThirdPartyTypes(), "LeakyApi"),
        caught(rules.onlyStoresOpenConnections(), "DriverManager"));
  }

  @Test
  void aStatementOfAnotherSchemaIsSeen() {
    for (String breach :
        List.of(
            "s.query(\"SELECT name FROM access_core.users\", r -> 1)",
            "\"UPDATE access_core.users SET hash = ?\"",
            "INSERT INTO \"access_core\".audit VALUES (1)",
            "CREATE TABLE IF NOT EXISTS other.notes (id BIGINT)",
            "\"SET SCHEMA access_core\"")) {
      assertFalse(Statements.ofAnotherSchema(breach).isEmpty(), breach);
    }
    assertEquals(
        List.of(),
        Statements.ofAnotherSchema(
            "import x.From;\n\"SELECT * FROM users u JOIN keys k ON u.id = k.id\""));
  }

  @Test
  void plantedClassesAreSeen() {
    assertTrue(PLANTED.contain(Breaches.class));
  }

  private static DynamicTest caught(ArchRule rule, String evidence) {
    return DynamicTest.dynamicTest(
        rule.getDescription(),
        () -> {
          var result = rule.evaluate(PLANTED);
          assertTrue(result.hasViolation(), "the planted breach was not caught");
          String report = result.getFailureReport().toString();
          assertTrue(report.contains(evidence), report);
          assertFalse(report.isBlank());
        });
  }
}
