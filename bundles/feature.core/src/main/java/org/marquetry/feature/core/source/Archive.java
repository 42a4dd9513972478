package org.marquetry.feature.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;

/// Unpacks an archive that somebody sent: nothing leaves the folder, nothing grows without bound.
final class Archive {
  private static final int MOST_FILES = 1_000;
  private static final long MOST_BYTES = 1L << 30;

  private Archive() {}

  /// Unpack the `.json` and `.jar` files of a zip, at most 1,000 files and 1 GB.
  static void unpack(Path zip, Path folder) throws IOException {
    long left = MOST_BYTES;
    int files = 0;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (!name.endsWith(".json") && !name.endsWith(".jar")) continue;
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) throw wrong(zip, "an entry leaves the archive: " + name);
        if (++files > MOST_FILES) throw wrong(zip, "more than " + MOST_FILES + " files");
        Path parent = target.getParent();
        if (parent != null) Files.createDirectories(parent);
        left -= copy(in, target, left);
        if (left < 0) throw wrong(zip, "more than " + (MOST_BYTES >> 30) + " GB");
      }
    } catch (ZipException e) {
      throw wrong(zip, String.valueOf(e.getMessage()));
    }
    if (files == 0) throw wrong(zip, "no .json and no .jar in it");
  }

  /// Copy one entry, a little more than `most` bytes at most.
  private static long copy(InputStream in, Path target, long most) throws IOException {
    byte[] block = new byte[1 << 16];
    long copied = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int n = in.read(block); n >= 0 && copied <= most; n = in.read(block)) {
        out.write(block, 0, n);
        copied += n;
      }
    }
    return copied;
  }

  private static FeatureException wrong(Path zip, String what) {
    return new FeatureException(Reason.INVALID, zip + " is no feature archive: " + what);
  }
}
