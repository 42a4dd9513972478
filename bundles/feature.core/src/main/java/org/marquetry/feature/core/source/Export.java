package org.marquetry.feature.core.source;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.shop.api.Words;

/// Writes features into one file: for each index a folder with the index as it was signed and those
/// of its files that are wanted. The same features give the same bytes.
final class Export {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private Export() {}

  static void write(List<Candidate> wanted, Path file) {
    Map<SignedIndex, TreeSet<String>> paths = new LinkedHashMap<>();
    for (Candidate candidate : wanted) {
      TreeSet<String> files = paths.computeIfAbsent(candidate.from(), _ -> new TreeSet<>());
      files.add(candidate.path());
      files.addAll(candidate.jars());
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
        int number = 0;
        for (var part : paths.entrySet()) add(zip, ++number + "/", part.getKey(), part.getValue());
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      throw new FeatureException(
          Reason.INVALID,
          new Words(
              file + " 已经存在；请换一个文件，或删除它",
              file + " is there already; name another file, or delete it"),
          e);
    } catch (IOException e) {
      throw new FeatureException(
          Reason.FAILED,
          new Words("无法写入 " + file + "（" + e + "）", "cannot write " + file + " (" + e + ")"),
          e);
    } finally {
      discard(fresh);
    }
  }

  private static void add(ZipOutputStream zip, String prefix, SignedIndex index, Set<String> paths)
      throws IOException {
    for (var own : new TreeMap<>(index.files()).entrySet()) {
      put(zip, prefix + own.getKey());
      zip.write(own.getValue());
      zip.closeEntry();
    }
    Path copy = Files.createTempFile("export", ".part");
    try {
      for (String path : paths) {
        index.copy(path, copy);
        put(zip, prefix + path);
        Files.copy(copy, zip);
        zip.closeEntry();
      }
    } finally {
      Files.delete(copy);
    }
  }

  private static void put(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new FeatureException(
          Reason.FAILED,
          new Words("无法删除 " + file + "（" + e + "）", "cannot delete " + file + " (" + e + ")"),
          e);
    }
  }
}
