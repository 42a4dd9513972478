package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Open and replace files. Tests put a disk here that fails.
interface Disk {
  Disk REAL = FileChannel::open;

  FileChannel open(Path file, OpenOption... options) throws IOException;

  /// Put a whole file in place: written beside, synced, renamed, and the folder synced.
  default void replace(Path file, Writer writer) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writer.write(channel);
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /// Make a rename or a deletion in a folder durable.
  default void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Fill a file.
  interface Writer {
    void write(FileChannel channel) throws IOException;
  }
}
