package org.marquetry.feature.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.shop.api.Words;

/// Files that somebody sent, each named by its SHA-256: nothing that the sender chose is used as a
/// name. Only the last ones are kept, until they are installed.
///
/// @param folder made when it is needed, for the suite's user only
/// @param most bytes of one file
record Uploads(Path folder, long most) {
  private static final int KEPT = 5;

  /// Keep what comes; an upload that breaks off or is refused leaves nothing.
  synchronized Path take(InputStream content) {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Path part = Files.createTempFile(folder, "part-", ".tmp");
      try {
        write(content, part);
        checkArchive(part);
        Path file = folder.resolve(Checksums.of(part) + ".zip");
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        sweep(folder, KEPT);
        return file;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private void write(InputStream content, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[65_536];
      long rest = most;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        rest -= read;
        if (rest < 0) {
          throw tooLarge(most);
        }
        out.write(buffer, 0, read);
      }
    }
  }

  static FeatureException tooLarge(long most) {
    return Refusal.invalid(
        "文件超过 " + (most >> 20) + " MB；请把它放到系统所在的机器上，按路径安装",
        "the file is larger than "
            + (most >> 20)
            + " MB; put it on the suite's machine and install it by its path");
  }

  static FeatureException failed(Path folder, IOException e) {
    return new FeatureException(
        Reason.FAILED,
        new Words(
            "无法在 " + folder + " 保存文件（" + e.getMessage() + "）",
            "cannot keep the file in " + folder + " (" + e.getMessage() + ")"),
        e);
  }

  private static void checkArchive(Path file) {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      if (archive.size() > 0) return;
    } catch (IOException e) {
      throw noArchive(e);
    }
    throw noArchive(null);
  }

  private static FeatureException noArchive(@Nullable Throwable cause) {
    return new FeatureException(
        Reason.INVALID,
        new Words(
            "这不是 zip 文件；请上传含一个功能文件及其 jar 的 .zip，或单文件软件库",
            "this is no zip file; send a .zip with one feature file and its jars, or a one-file"
                + " repository"),
        cause);
  }

  /// Delete all files of a folder but the newest.
  static void sweep(Path folder, int kept) throws IOException {
    record Dated(Path file, FileTime at) {}
    List<Dated> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList())
        all.add(new Dated(file, Files.getLastModifiedTime(file)));
    }
    all.sort(Comparator.comparing(Dated::at).reversed());
    for (Dated old : all.subList(Math.min(kept, all.size()), all.size())) {
      Files.deleteIfExists(old.file());
    }
  }
}
