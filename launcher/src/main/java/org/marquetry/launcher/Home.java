package org.marquetry.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.stream.Stream;
import org.marquetry.lib.feature.FeatureCommand;

/// The folder of one installation: `etc/` (the operator's), `data/`, `log/`, `tmp/` (emptied at
/// start), `cache/` (can be deleted).
///
/// @param temporary whether the folder goes when the process ends
record Home(Path folder, boolean temporary) {
  private static final String MARK = "made-by-";
  private static final long LEAST_FREE_BYTES = 72L << 20; // the largest native library and a little

  /// The folder of the installation when no flag names it: `$MARQUETRY_HOME`, else `~/.marquetry`.
  static Path named(Map<String, String> environment) {
    return Path.of(
            environment.getOrDefault(
                "MARQUETRY_HOME", System.getProperty("user.home") + "/.marquetry"))
        .toAbsolutePath()
        .normalize();
  }

  /// The folder of the installation that a command makes anew, when no flag names it.
  static Path fresh(FeatureCommand command) {
    return Path.of(System.getProperty("user.home"), command.freshHome().orElseThrow())
        .toAbsolutePath()
        .normalize();
  }

  /// Whether a command that makes its home anew made this one: it holds no shop of its own.
  boolean made(String command) {
    return Files.exists(folder.resolve(MARK + command));
  }

  /// Check that a command that makes its home anew does not go on in somebody's own.
  ///
  /// @throws Problem if the home holds something that the command did not make
  void requireMade(String command) {
    try {
      if (!made(command) && (!isEmpty(data()) || !isEmpty(etc()))) {
        throw Problem.failure(
            "the home "
                + folder
                + " holds a shop of its own, which `"
                + command
                + "` never touches; name another folder with --home");
      }
      Files.writeString(
          folder.resolve(MARK + command),
          "Emptied whenever `" + command + "` starts without --keep.\n");
    } catch (IOException e) {
      throw Problem.failure("cannot write in the home " + folder + " (" + reason(e) + ")");
    }
  }

  /// Make the layout, empty `tmp/` and check that the disk takes data.
  ///
  /// @throws Problem if the folder cannot be written or the disk is full
  void prepare() {
    try {
      for (Path part : new Path[] {etc(), data(), log(), tmp(), cache()})
        Files.createDirectories(part);
      Path probe = Files.writeString(folder.resolve(".probe"), "x");
      Files.delete(probe);
      checkFree(folder, "the home " + folder);
      checkFree(tmp(), "the temporary files in " + tmp()); // native libraries are unpacked there
    } catch (IOException e) {
      throw Problem.failure(
          "cannot write in the home "
              + folder
              + " ("
              + reason(e)
              + "); make it writable for this user or name another folder with --home");
    }
  }

  /// Begin anew: delete everything that a command left here earlier. Call only while holding the
  /// lock.
  ///
  /// @throws Problem if the folder holds something else
  void renew(String command) {
    requireMade(command);
    try {
      try (Stream<Path> old = Files.list(folder)) {
        for (Path path : old.toList()) {
          if (!path.equals(folder.resolve("lock")) && !path.equals(tmp())) delete(path);
        }
      }
    } catch (IOException e) {
      throw Problem.failure("cannot empty " + folder + " (" + reason(e) + ")");
    }
    prepare();
    requireMade(command);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void checkFree(Path place, String what) throws IOException {
    long free = Files.getFileStore(place).getUsableSpace();
    if (free >= LEAST_FREE_BYTES) return;
    throw Problem.failure(
        "only "
            + (free >> 20)
            + " MB are free for "
            + what
            + "; free at least "
            + (LEAST_FREE_BYTES >> 20)
            + " MB or name another folder with --home");
  }

  /// Delete what a process that was killed left: all of `tmp/`, and `run/`, which says where its
  /// door was. Call only while holding the lock.
  void clear() {
    try (Stream<Path> old = Files.list(tmp())) {
      for (Path path : old.toList()) delete(path);
      Path run = folder.resolve("run");
      if (Files.exists(run)) delete(run);
    } catch (IOException e) {
      throw Problem.failure("cannot clear the home " + folder + " (" + reason(e) + ")");
    }
  }

  /// Delete a temporary home; another stays.
  void release() throws IOException {
    if (temporary && Files.exists(folder)) delete(folder);
  }

  Path etc() {
    return folder.resolve("etc");
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("log");
  }

  Path tmp() {
    return folder.resolve("tmp");
  }

  Path cache() {
    return folder.resolve("cache");
  }

  private static String reason(IOException e) {
    String name = e.getClass().getSimpleName().replace("Exception", "");
    return e.getMessage() == null ? name : name + ": " + e.getMessage();
  }

  static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException error)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
