package org.marquetry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders of a benchmark, on the disk of the working tree (a temporary folder may be in memory).
public final class Folders {
  private Folders() {}

  /// Make a new folder under `bench/target`.
  public static Path make(String name) throws IOException {
    return Files.createTempDirectory(
        Files.createDirectories(Path.of("bench", "target")), name + "-");
  }

  /// Delete a folder and all in it.
  public static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
