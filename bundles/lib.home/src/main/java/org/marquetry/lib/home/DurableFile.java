package org.marquetry.lib.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A small file that is replaced whole and is on disk, with its name, when a call returns: a crash
/// leaves the old content or the new one. Only the suite's account can read it.
public final class DurableFile {
  private final Path file;

  /// Name the file; it need not exist.
  public DurableFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /// Read it as UTF-8 text; empty if it does not exist.
  public Optional<String> read() throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /// Replace its content by a text in UTF-8. Makes the folder when it is missing.
  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Replace its content. Makes the folder when it is missing.
  public void write(byte[] content) throws IOException {
    Path folder = folder();
    Files.createDirectories(folder);
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    try (FileChannel channel =
        FileChannel.open(
            beside,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folder);
  }

  /// Delete it, and what a crash may have left beside it.
  public void delete() throws IOException {
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".new"));
    if (Files.deleteIfExists(file)) {
      sync(folder());
    }
  }

  private Path folder() {
    return Objects.requireNonNull(file.getParent());
  }

  /// Put the names in a folder on disk.
  public static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
