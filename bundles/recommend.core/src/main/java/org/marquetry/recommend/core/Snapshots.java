package org.marquetry.recommend.core;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marquetry.lib.home.DurableFile;
import org.marquetry.shop.api.ProductId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Models in files, so that they answer again: what they learned of products, and nothing of
/// customers, whose histories are read anew. A file is there whole or not at all, and ends with the
/// SHA-256 of all before; the newest are kept. Safe for many threads.
final class Snapshots {
  /// How many are kept, and the one that answers.
  static final int KEPT = 5;

  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
  private static final String SUFFIX = ".model";
  private static final int DIGEST_BYTES = 32;

  private final Path folder;

  Snapshots(Path folder) {
    this.folder = folder;
  }

  /// Makes a model again.
  interface Reader {
    /// @param products in the order of the model
    Learned read(SnapshotHead head, List<ProductId> products, DataInput model) throws IOException;
  }

  /// Keep a model.
  ///
  /// @param serving id of the one that answers, which stays
  /// @return its id; empty when models of its kind cannot be kept
  synchronized Optional<String> keep(
      Learned learned, Gate.Verdict verdict, Optional<String> serving) throws IOException {
    Files.createDirectories(folder);
    String id = nextId();
    Path beside = folder.resolve(id + ".new");
    try {
      if (!write(learned, verdict, beside)) {
        return Optional.empty();
      }
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(beside, file(id), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
    DurableFile.sync(folder);
    List<String> old = ids().stream().filter(o -> !Optional.of(o).equals(serving)).toList();
    for (String gone : old.subList(Math.min(KEPT, old.size()), old.size())) {
      Files.deleteIfExists(file(gone));
    }
    return Optional.of(id);
  }

  private boolean write(Learned learned, Gate.Verdict verdict, Path file) throws IOException {
    MessageDigest digest = digest();
    try (var bytes = new BufferedOutputStream(Files.newOutputStream(file));
        var digested = new DigestOutputStream(bytes, digest);
        var out = new DataOutputStream(digested)) {
      EventHistory history = learned.history();
      new SnapshotHead(learned.card(), history.strengths(), verdict).write(out);
      for (ProductId product : history.products()) {
        out.writeUTF(product.value());
      }
      if (!learned.model().write(out)) {
        return false;
      }
      out.flush();
      digested.on(false);
      digested.write(digest.digest());
      return true;
    }
  }

  /// What is kept, by id, the latest first; damaged ones are passed over.
  Map<String, SnapshotHead> list() {
    Map<String, SnapshotHead> heads = new TreeMap<>(Comparator.reverseOrder());
    for (String id : ids()) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file(id))))) {
        heads.put(id, SnapshotHead.read(in));
      } catch (IOException e) {
        log.warn("The snapshot {} of recommendations cannot be read: {}", id, e.toString());
      }
    }
    return Collections.unmodifiableMap(heads);
  }

  /// Read a model.
  ///
  /// @throws NoSuchFileException if none is kept by this id
  /// @throws IOException if it is damaged or of another version
  Learned read(String id, Reader reader) throws IOException {
    Path file = file(id);
    check(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      SnapshotHead head = SnapshotHead.read(in);
      List<ProductId> products = new ArrayList<>();
      for (int k = 0; k < head.card().products(); k++) {
        products.add(new ProductId(in.readUTF()));
      }
      return reader.read(head, List.copyOf(products), in);
    }
  }

  private static void check(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long left = Files.size(file) - DIGEST_BYTES;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          break;
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
      if (left != 0 || !MessageDigest.isEqual(in.readNBytes(DIGEST_BYTES), digest.digest())) {
        throw new IOException("its bytes are not those that were written");
      }
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private Path file(String id) {
    if (!id.matches("[0-9]{6}")) {
      throw new IllegalArgumentException("an id of a snapshot is 6 digits, got " + id);
    }
    return folder.resolve(id + SUFFIX);
  }

  private String nextId() {
    int last = ids().stream().findFirst().map(Integer::parseInt).orElse(0);
    return String.format(Locale.ROOT, "%06d", last + 1);
  }

  /// The latest first.
  private List<String> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("[0-9]{6}\\" + SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      log.warn("The snapshots of recommendations cannot be listed: {}", e.toString());
      return List.of();
    }
  }
}
