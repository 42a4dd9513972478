package org.marquetry.platform.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.marquetry.lib.home.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The checkpoints of jobs, `ID.checkpoint` (checksum, version, bytes): files, since one may have
/// many megabytes. Each write is synced beside and renamed, and the name is synced too: a crash
/// leaves the old one or the new one, and after [#save] the new one.
final class Checkpoints {
  private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
  private static final String CHECKPOINT = ".checkpoint";

  private final Path folder;

  Checkpoints(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /// A checkpoint and the version of its form.
  record Checkpoint(int version, ByteBuffer bytes) {}

  void save(String id, int version, byte[] bytes) {
    ByteBuffer out = ByteBuffer.allocate(8 + bytes.length);
    out.putInt(0).putInt(version).put(bytes);
    out.putInt(0, crc(out.array()));
    try {
      new DurableFile(folder.resolve(id + CHECKPOINT)).write(out.array());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the checkpoint of job " + id + " could not be kept in " + folder, e);
    }
  }

  Optional<Checkpoint> find(String id) {
    Path file = folder.resolve(id + CHECKPOINT);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (bytes.length < 8 || in.getInt() != crc(bytes)) {
        log.warn("The checkpoint {} is damaged; the job starts again", file);
        return Optional.empty();
      }
      return Optional.of(new Checkpoint(in.getInt(), in.slice()));
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoint " + file + " cannot be read", e);
    }
  }

  void delete(String id) {
    delete(folder.resolve(id + CHECKPOINT));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("The file {} could not be deleted", file, e);
    }
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 4, bytes.length - 4);
    return (int) crc.getValue();
  }
}
