package org.marquetry.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.marquetry.search.api.SearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Owns the index files under one folder: each build writes a folder of its own, the file `current`
/// names the one in use.
///
/// Readers go on with the index they began with while a new one comes; a build that fails or is
/// killed leaves the one in use untouched, and what it left is removed by the next build. One build
/// at a time, across processes.
final class IndexFolder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
  private static final String CURRENT = "current";
  private static final String PREFIX = "index-";
  private final Path root;
  private final AtomicReference<@Nullable DirectoryReader> reader = new AtomicReference<>();

  /// Reads an index.
  interface Reading<T> {
    T read(DirectoryReader reader) throws IOException;
  }

  /// Writes all documents of a new index.
  interface Writing {
    void write(IndexWriter writer) throws IOException;
  }

  IndexFolder(Path root) {
    this.root = root;
    try {
      Files.createDirectories(root);
      reader.set(openCurrent());
    } catch (IOException e) {
      log.warn("the search index in {} cannot be read and has to be built anew", root, e);
    }
  }

  /// Read the index in use; empty when there is none yet.
  <T> Optional<T> read(Reading<T> reading) {
    DirectoryReader held = hold();
    if (held == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.read(held));
    } catch (IOException e) {
      throw new SearchException(
          "the search index in " + root + " cannot be read: " + e.getMessage(), e);
    } finally {
      release(held);
    }
  }

  /// Write a new index and take it in use.
  ///
  /// @return its size in bytes
  long replace(IndexWriterConfig config, Writing writing) {
    try (Directory lockFolder = FSDirectory.open(root);
        Lock _ = lockFolder.obtainLock("build.lock")) {
      removeAllBut(currentName());
      Path fresh = root.resolve(PREFIX + nextNumber());
      write(fresh, config, writing);
      swap(fresh);
      return size(fresh);
    } catch (LockObtainFailedException e) {
      throw new SearchException(
          "another build of the search index in " + root + " runs: wait until it is done", e);
    } catch (IOException e) {
      throw new SearchException(
          "the search index in "
              + root
              + " cannot be written ("
              + e.getMessage()
              + "): free space there and build again",
          e);
    }
  }

  private static void write(Path fresh, IndexWriterConfig config, Writing writing)
      throws IOException {
    try (Directory directory = FSDirectory.open(fresh);
        IndexWriter writer = new IndexWriter(directory, config.setCommitOnClose(false))) {
      writing.write(writer);
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private void swap(Path fresh) throws IOException {
    DirectoryReader next = open(fresh);
    Path name = Files.writeString(root.resolve(CURRENT + ".new"), fresh.getFileName().toString());
    Files.move(
        name,
        root.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    DirectoryReader before = reader.getAndSet(next);
    if (before != null) {
      release(before);
    }
    removeAllBut(fresh.getFileName().toString());
  }

  private @Nullable DirectoryReader hold() {
    while (true) { // a reader that cannot be held was just replaced, its successor is there already
      DirectoryReader held = reader.get();
      if (held == null || held.tryIncRef()) {
        return held;
      }
    }
  }

  private static void release(DirectoryReader reader) {
    try {
      reader.decRef();
    } catch (IOException e) {
      log.warn("a search index could not be closed", e);
    }
  }

  private @Nullable DirectoryReader openCurrent() throws IOException {
    String name = currentName();
    return name == null ? null : open(root.resolve(name));
  }

  private static DirectoryReader open(Path folder) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      DirectoryReader opened = DirectoryReader.open(directory);
      opened.getReaderCacheHelper().addClosedListener(_ -> directory.close());
      return opened;
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  private @Nullable String currentName() throws IOException {
    try {
      String name = Files.readString(root.resolve(CURRENT)).strip();
      return name.matches(PREFIX + "\\d{1,18}")
          ? name
          : null; // a damaged name is as good as none: build anew
    } catch (NoSuchFileException _) {
      return null;
    }
  }

  private long nextNumber() throws IOException {
    return indexes().stream()
            .map(path -> path.getFileName().toString().substring(PREFIX.length()))
            .filter(number -> number.matches("\\d{1,18}"))
            .mapToLong(Long::parseLong)
            .max()
            .orElse(0)
        + 1;
  }

  private List<Path> indexes() throws IOException {
    try (Stream<Path> children = Files.list(root)) {
      return children.filter(child -> child.getFileName().toString().startsWith(PREFIX)).toList();
    }
  }

  private void removeAllBut(@Nullable String name) throws IOException {
    for (Path index : indexes()) {
      if (!index.getFileName().toString().equals(name)) {
        remove(index);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static long size(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    DirectoryReader held = reader.getAndSet(null);
    if (held != null) {
      release(held);
    }
  }
}
