package org.marquetry.lib.feature;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Unpacks an archive that somebody sent: nothing leaves the folder, nothing grows without bound.
public final class FeatureArchive {
  private static final int MOST_FILES = 1_000;
  private static final long MOST_BYTES = 1L << 30;

  /// A jar is packed already: what grows more than this, beyond the first megabytes, is a bomb.
  private static final long MOST_GROWTH = 50;

  private static final long GROWTH_COUNTS_FROM = 16L << 20;

  private final Path zip;
  private final Path folder;
  private final Counting packed;
  private long unpacked;

  private FeatureArchive(Path zip, Path folder, Counting packed) {
    this.zip = zip;
    this.folder = folder;
    this.packed = packed;
  }

  /// Unpack the `.json` and `.jar` files of a zip, at most 1,000 files and 1 GB.
  ///
  /// @param folder it gets what is unpacked up to an error, too
  /// @throws FeatureException if it is no zip, holds none of these, names a file outside of itself
  ///   or grows too much
  public static void unpack(Path zip, Path folder) throws IOException {
    try (Counting packed = new Counting(Files.newInputStream(zip));
        ZipInputStream in = new ZipInputStream(packed)) {
      new FeatureArchive(zip, folder, packed).unpack(in);
    } catch (ZipException e) {
      String why = String.valueOf(e.getMessage());
      throw wrong(zip, why, why);
    }
  }

  private void unpack(ZipInputStream in) throws IOException {
    int files = 0;
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      String name = entry.getName();
      if (!name.endsWith(".json") && !name.endsWith(".jar")) continue;
      Path target = target(name);
      if (++files > MOST_FILES) {
        throw wrong(zip, "文件超过 " + MOST_FILES + " 个", "more than " + MOST_FILES + " files");
      }
      Path parent = target.getParent();
      if (parent != null) Files.createDirectories(parent);
      copy(in, target);
    }
    if (files == 0) {
      throw wrong(zip, "里面没有 .json，也没有 .jar", "no .json and no .jar in it");
    }
  }

  private Path target(String name) {
    try {
      Path target = folder.resolve(name).normalize();
      if (target.startsWith(folder)) return target;
    } catch (InvalidPathException e) {
      throw wrong(
          zip, "有一个条目的名称无法使用：" + e.getReason(), "an entry has no usable name: " + e.getReason());
    }
    throw wrong(zip, "有一个条目指向压缩包之外：" + name, "an entry leaves the archive: " + name);
  }

  private void copy(InputStream in, Path target) throws IOException {
    byte[] block = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        out.write(block, 0, n);
        unpacked += n;
        if (unpacked > MOST_BYTES) {
          long most = MOST_BYTES >> 30;
          throw wrong(zip, "超过 " + most + " GB", "more than " + most + " GB");
        }
        if (unpacked > GROWTH_COUNTS_FROM && unpacked > MOST_GROWTH * packed.read) {
          throw wrong(
              zip,
              "解压后的大小超过压缩包的 " + MOST_GROWTH + " 倍",
              "it unpacks to more than " + MOST_GROWTH + " times its size");
        }
      }
    }
  }

  private static FeatureException wrong(Path zip, String zh, String en) {
    return new FeatureException(zip + " 不是功能压缩包：" + zh, zip + " is no feature archive: " + en);
  }

  /// Counts the bytes that were read.
  private static final class Counting extends FilterInputStream {
    private long read;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      if (one >= 0) read++;
      return one;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int n = in.read(to, from, length);
      read += Math.max(0, n);
      return n;
    }
  }
}
