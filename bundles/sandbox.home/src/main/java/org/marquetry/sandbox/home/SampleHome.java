package org.marquetry.sandbox.home;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.home.HomeInUse;

/// The made-up shop's home, as the launcher lays it out: `made-by-demo` marks it.
///
/// @param folder the home's folder
record SampleHome(Path folder) {
  /// Whether the command `demo` made it.
  boolean isMade() {
    return Files.exists(folder.resolve("made-by-demo"));
  }

  /// Whether there is nothing that somebody would miss.
  boolean isEmpty() throws IOException {
    if (Files.notExists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /// The process that runs on it, if one does.
  HomeInUse use() {
    return new HomeInUse(folder);
  }

  /// Delete it.
  void delete() throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path gone, @Nullable IOException error)
              throws IOException {
            Files.delete(gone);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
