package org.marquetry.platform.jobs;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of jobs: `ID.job` (what stands in [JobRecord]) and `ID.checkpoint` (version, checksum,
/// bytes). Each write is synced beside and renamed, so a crash leaves the old one or the new one.
final class JobStore {
  private static final Logger log = LoggerFactory.getLogger(JobStore.class);
  private static final String JOB = ".job";
  private static final String CHECKPOINT = ".checkpoint";

  private final Path folder;

  JobStore(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /// A checkpoint and the version of its form.
  record Checkpoint(int version, ByteBuffer bytes) {}

  void save(JobRecord job) {
    StringWriter text = new StringWriter();
    try {
      job.toProperties().store(text, null);
      replace(folder.resolve(job.id() + JOB), text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the job " + job.id() + " could not be kept in " + folder, e);
    }
  }

  List<JobRecord> load() throws IOException {
    List<JobRecord> jobs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(JOB)).sorted().toList()) {
        try {
          Properties properties = new Properties();
          properties.load(new StringReader(Files.readString(file)));
          jobs.add(JobRecord.from(properties));
        } catch (IOException | RuntimeException e) {
          log.error("The job file {} cannot be read and is passed over; delete it", file, e);
        }
      }
    }
    return jobs;
  }

  void saveCheckpoint(String id, int version, byte[] bytes) {
    ByteBuffer out = ByteBuffer.allocate(8 + bytes.length);
    out.putInt(0).putInt(version).put(bytes);
    out.putInt(0, crc(out.array()));
    try {
      replace(folder.resolve(id + CHECKPOINT), out.array());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the checkpoint of job " + id + " could not be kept in " + folder, e);
    }
  }

  Optional<Checkpoint> checkpoint(String id) {
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

  void deleteCheckpoint(String id) {
    delete(folder.resolve(id + CHECKPOINT));
  }

  void delete(String id) {
    deleteCheckpoint(id);
    delete(folder.resolve(id + JOB));
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

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer out = ByteBuffer.wrap(bytes);
      while (out.hasRemaining()) {
        channel.write(out);
      }
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
