package org.marquetry.channel.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.marquetry.lib.mime.MessageKey;

/// The folder of written mails and the ledger of what was written.
///
/// Order of a write: whole file under another name, to disk; renamed; folder to disk; a line in the
/// ledger, to disk. After a crash the file itself says that it was written; the ledger says so when
/// somebody has taken the file away. One process at a time owns the folder (the home's lock).
final class Outbox implements AutoCloseable {
  private static final int LINE = 33; // 32 digits and a line feed

  private final Path folder;
  private final FileChannel ledger;
  private final Set<String> written;

  private Outbox(Path folder, FileChannel ledger, Set<String> written) {
    this.folder = folder;
    this.ledger = ledger;
    this.written = written;
  }

  static Outbox open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("ledger");
    FileChannel ledger =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(ledger.size()));
    while (bytes.hasRemaining() && ledger.read(bytes) >= 0) {
      // until the end
    }
    Set<String> written = new HashSet<>();
    int whole = bytes.position() / LINE * LINE; // a line cut off by a crash is written over
    for (int i = 0; i < whole; i += LINE) {
      written.add(new String(bytes.array(), i, LINE - 1, StandardCharsets.US_ASCII));
    }
    ledger.truncate(whole);
    ledger.position(whole);
    return new Outbox(folder, ledger, written);
  }

  /// Write a mail unless it was written before.
  ///
  /// @param durable whether to wait until it is on disk; a preview is no send and does without
  /// @return where it is; empty when it was written before
  synchronized Optional<Path> write(MessageKey key, byte[] mail, boolean durable)
      throws IOException {
    if (written.contains(key.hash())) {
      return Optional.empty();
    }
    Path target = folder.resolve(key.folder()).resolve(key.file());
    if (Files.exists(target)) {
      enter(key, durable);
      return Optional.empty();
    }
    Files.createDirectories(target.getParent());
    Path fresh = target.resolveSibling(key.file() + ".part");
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeAll(out, ByteBuffer.wrap(mail), durable);
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    if (durable) {
      try (FileChannel directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
    enter(key, durable);
    return Optional.of(target);
  }

  private void enter(MessageKey key, boolean durable) throws IOException {
    byte[] line = (key.hash() + "\n").getBytes(StandardCharsets.US_ASCII);
    writeAll(ledger, ByteBuffer.wrap(line), durable);
    written.add(key.hash());
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes, boolean durable)
      throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    if (durable) {
      out.force(false);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    ledger.close();
  }
}
