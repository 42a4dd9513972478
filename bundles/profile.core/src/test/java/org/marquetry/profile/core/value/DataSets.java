package org.marquetry.profile.core.value;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds real data sets in the folder named by the system property `marquetry.data`; without it the
/// test is skipped.
final class DataSets {
  private DataSets() {}

  static Path file(String set, String name) {
    String folder = System.getProperty("marquetry.data", "");
    assumeTrue(!folder.isEmpty(), "set -Dmarquetry.data=FOLDER to run this test on " + set);
    Path file = Path.of(folder, set, name);
    assumeTrue(Files.exists(file), "no " + set + "/" + name + " in the folder of marquetry.data");
    return file;
  }
}
