package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `cnf/wraps` in a small tree: a wrap is left out of a build only when nothing about it changed.
class WrapsTest {
  private static final Path SCRIPT = Path.of("..", "..", "cnf", "wraps");
  private static final Instant BUILT = Instant.parse("2026-01-02T00:00:00Z");

  @TempDir Path scratch;
  private Path tree;
  private Path jar;

  @BeforeEach
  void aWrapThatIsBuilt() throws IOException {
    tree = scratch.resolve("tree");
    for (String source :
        List.of(
            "pom.xml",
            "bnd.bnd",
            "cnf/pom.xml",
            "bundles/lib.x/pom.xml",
            "bundles/lib.x/bnd.bnd",
            "bundles/lib.ours/pom.xml",
            "bundles/lib.ours/src/A.java")) {
      write(tree.resolve(source), source, BUILT.minusSeconds(60));
    }
    Files.copy(SCRIPT, tree.resolve("cnf/wraps"));
    jar = write(tree.resolve("bundles/lib.x/target/lib.x-0.1.0.jar"), "bytes", BUILT);
    write(repository().resolve("lib.x-0.1.0.jar"), "bytes", BUILT);
  }

  private Path repository() {
    return scratch.resolve("home/.m2/repository/org/marquetry/lib.x/0.1.0");
  }

  private static Path write(Path file, String text, Instant modified) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private String wraps(String... options) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(tree.resolve("cnf/wraps").toString());
    builder.command().addAll(List.of(options));
    builder.environment().put("HOME", scratch.resolve("home").toString());
    builder.environment().remove("MAVEN_OPTS");
    builder.environment().remove("MAVEN_ARGS");
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.strip();
  }

  @Test
  void aWrapIsLeftOutAndABundleWithSourcesOfOursIsNot() throws Exception {
    assertEquals("--projects=!bundles/lib.x", wraps());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "bnd.bnd",
        "cnf/pom.xml",
        "bundles/lib.x/pom.xml",
        "bundles/lib.x/bnd.bnd"
      })
  void aChangeOfWhatItIsMadeOfBuildsItAnew(String source) throws Exception {
    write(tree.resolve(source), "changed", BUILT.plusSeconds(60));
    assertEquals("", wraps());
  }

  @Test
  void aRepositoryWithOtherBytesOrWithoutTheJarBuildsItAnew() throws Exception {
    write(repository().resolve("lib.x-0.1.0.jar"), "other", BUILT);
    assertEquals("", wraps());
    Files.delete(repository().resolve("lib.x-0.1.0.jar"));
    assertEquals("", wraps());
  }

  @Test
  void aRepositoryAtAnotherPlaceBuildsAll() throws Exception {
    write(
        scratch.resolve("home/.m2/settings.xml"),
        "<settings><localRepository>/elsewhere</localRepository></settings>",
        BUILT);
    assertEquals("", wraps());
  }

  @Test
  void aRepositoryThatIsNamedToMavenBuildsAll() throws Exception {
    assertEquals("", wraps("-Dmaven.repo.local=/elsewhere"));
  }

  @Test
  void whereLicencesAreListedOneWithoutItsListIsBuilt() throws Exception {
    assertEquals("", wraps("--licences"));
    write(jar.resolveSibling("licences/third-party.txt"), "MIT", BUILT);
    assertEquals("--projects=!bundles/lib.x", wraps("--licences"));
  }
}
