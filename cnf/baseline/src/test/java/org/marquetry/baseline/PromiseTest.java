package org.marquetry.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Jar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The API as built keeps what the last release promised (docs/partners/compatibility.md).
final class PromiseTest {
  private static final Path BASE = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
  private static final Path PARTNER = BASE.resolve("../../feature-repo/target/partner");

  private static Promise promise;

  @BeforeAll
  static void read() throws Exception {
    promise = Promise.of(BASE.resolve("api"), PARTNER);
  }

  @Test
  void everyPackageHasTheVersionThatItsChangesAskFor() throws Exception {
    assertEquals(List.of(), promise.broken(), "docs/partners/compatibility.md says what to do");
  }

  @Test
  void everyApiBundleIsRecorded() throws Exception {
    assertEquals(List.of(), promise.unrecorded(), "record them with cnf/baseline/record");
  }

  @Test
  void theTextHoldsAll() throws Exception {
    int read = 0;
    try (Stream<Path> files = Files.walk(PARTNER)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.api-[0-9.]+\\.jar")).toList()) {
        try (Jar jar = new Jar(file.toFile())) {
          ApiNode api = ApiReader.read(jar);
          assertEquals(api, ApiText.read(ApiText.write(api)), file.toString());
          read += api.children().size();
        }
      }
    }
    assertTrue(read > 30, "only " + read + " packages");
  }
}
