package org.marquetry.feature.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.marquetry.lib.feature.RepositoryIndex;

/// A part of a one-file repository. Only what the index names is ever read out of it.
///
/// @param prefix where the part begins in the archive; empty, or ending in `/`
record ArchivePlace(Path file, ZipFile archive, String prefix) implements Place {
  /// The parts of an archive: each folder of it that holds an index.
  ///
  /// @throws IOException if it is no archive
  static List<ArchivePlace> of(Path file) throws IOException {
    List<String> prefixes;
    try (ZipFile archive = new ZipFile(file.toFile())) {
      prefixes =
          archive.stream()
              .map(ZipEntry::getName)
              .filter(n -> n.equals(RepositoryIndex.FILE) || n.endsWith("/" + RepositoryIndex.FILE))
              .map(n -> n.substring(0, n.length() - RepositoryIndex.FILE.length()))
              .sorted()
              .limit(100)
              .toList();
    }
    List<ArchivePlace> parts = new ArrayList<>();
    for (String prefix : prefixes) {
      parts.add(new ArchivePlace(file, new ZipFile(file.toFile()), prefix));
    }
    return parts;
  }

  @Override
  public InputStream open(String path, long most) throws IOException {
    ZipEntry entry = archive.getEntry(prefix + path);
    if (entry == null) throw new NoSuchFileException(name(path));
    return archive.getInputStream(entry);
  }

  @Override
  public boolean holds(String path) {
    return archive.getEntry(prefix + path) != null;
  }

  @Override
  public String name(String path) {
    return file + " (" + prefix + path + ")";
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
