package org.marquetry.platform.projection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.marquetry.platform.api.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The snapshots of one projection: `magic(4) partition(4) next(8) state crc(8)`.
///
/// @param <S> the state of one partition
final class Snapshots<S> {
  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
  private static final int MAGIC = 0x4d515053; // MQPS
  private static final int HEADER = 16;
  private static final int TRAILER = 8;
  private static final int KEPT = 2;
  private static final String SUFFIX = ".snap";
  private static final String UNFINISHED = "." + ProcessHandle.current().pid() + ".new";

  private final Path folder;
  private final Projection<S> projection;

  Snapshots(Path home, Projection<S> projection) throws IOException {
    this.projection = projection;
    this.folder =
        Files.createDirectories(
            home.resolve(projection.name()).resolve("v" + projection.formatVersion()));
    deleteUnfinished();
  }

  /// What a process that is gone left behind.
  private void deleteUnfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".new"))
              .filter(f -> !f.toString().endsWith(UNFINISHED))
              .toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// A state and the first offset that is not in it.
  record Snapshot<S>(S state, long next) {}

  /// The newest snapshot that is whole and not ahead of the journal.
  Optional<Snapshot<S>> newest(int partition, long end) throws IOException {
    for (Path file : files(partition)) {
      try {
        Optional<Snapshot<S>> found = read(file, partition).filter(s -> s.next() <= end);
        if (found.isPresent()) {
          return found;
        }
        log.warn("The snapshot {} is damaged or ahead of the journal; an older one is tried", file);
      } catch (IOException | RuntimeException e) { // a provider's read meets foreign bytes
        log.warn("The snapshot {} cannot be read; an older one is tried", file, e);
      }
    }
    return Optional.empty();
  }

  private Optional<Snapshot<S>> read(Path file, int partition) throws IOException {
    if (!isWhole(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC || in.readInt() != partition) {
        return Optional.empty();
      }
      long next = in.readLong();
      long size = Files.size(file) - HEADER - TRAILER;
      return Optional.of(new Snapshot<>(projection.read(partition, new Bounded(in, size)), next));
    }
  }

  private static boolean isWhole(Path file) throws IOException {
    long size = Files.size(file);
    if (size < HEADER + TRAILER) {
      return false;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      CheckedInputStream checked =
          new CheckedInputStream(new Bounded(in, size - TRAILER), new CRC32C());
      checked.transferTo(OutputStream.nullOutputStream());
      return in.readLong() == checked.getChecksum().getValue();
    }
  }

  void save(int partition, long next, S state) throws IOException {
    Path file = folder.resolve(String.format("p%03d-%016d%s", partition, next, SUFFIX));
    // In a swap two versions save side by side, so each has a file of its own.
    Path beside = Files.createTempFile(folder, file.getFileName() + "-", UNFINISHED);
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      CheckedOutputStream checked =
          new CheckedOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), new CRC32C());
      DataOutputStream out = new DataOutputStream(checked);
      out.writeInt(MAGIC);
      out.writeInt(partition);
      out.writeLong(next);
      projection.write(state, out);
      out.writeLong(checked.getChecksum().getValue());
      out.flush();
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    List<Path> old = files(partition);
    for (Path tooOld : old.subList(Math.min(KEPT, old.size()), old.size())) {
      Files.deleteIfExists(tooOld);
    }
  }

  void deleteAll() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// Newest first.
  private List<Path> files(int partition) throws IOException {
    String prefix = String.format("p%03d-", partition);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(prefix))
          .filter(f -> f.toString().endsWith(SUFFIX))
          .sorted(Comparator.comparing((Path f) -> f.getFileName().toString()).reversed())
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
