package org.marquetry.experiment.core.registered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder of a benchmark that is deleted with what is in it.
record Scrap(Path folder) implements AutoCloseable {
  static Scrap make() throws IOException {
    return new Scrap(Files.createTempDirectory("marquetry-truth"));
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
