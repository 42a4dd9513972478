package org.marquetry.sandbox.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The made-up shop's home, as the launcher lays it out: `made-by-demo` marks it, `lock` is held
/// while a process runs on it, `run/address` says where that listens.
///
/// @param folder the home's folder
record SampleHome(Path folder) {
  private static final Pattern HOLDER = Pattern.compile("process (\\d{1,9}) .*", Pattern.DOTALL);
  private static final long LOCKED_FROM = Long.MAX_VALUE - 1; // as the launcher locks

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

  /// The process that runs on it.
  Optional<ProcessHandle> process() {
    if (!isLocked()) {
      return Optional.empty();
    }
    Matcher who = HOLDER.matcher(read("lock").orElse(""));
    return who.matches()
        ? ProcessHandle.of(Long.parseLong(who.group(1))).filter(ProcessHandle::isAlive)
        : Optional.empty();
  }

  private boolean isLocked() {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock(LOCKED_FROM, 1, false)) {
      return lock == null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  /// Where its pages are, once they can be opened.
  Optional<String> address() {
    return Files.exists(folder.resolve("run/token")) ? read("run/address") : Optional.empty();
  }

  private Optional<String> read(String file) {
    try {
      return Optional.of(Files.readString(folder.resolve(file)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
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
