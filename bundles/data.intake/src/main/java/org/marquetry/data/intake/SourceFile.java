package org.marquetry.data.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/// One file of the folder, unpacked while it is read.
///
/// @param name relative to the folder, with forward slashes
record SourceFile(Path path, String name) {
  private static final int BUFFER = 1 << 16;

  boolean gzip() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  InputStream open() throws IOException {
    InputStream raw = Files.newInputStream(path);
    return gzip()
        ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER)
        : new BufferedInputStream(raw, BUFFER);
  }

  /// The first bytes, unpacked.
  byte[] head(int length) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(length);
    }
  }

  /// SHA-256 of the unpacked contents, so that a file and its packed copy are the same.
  String hash() throws IOException {
    try (InputStream in = open()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The name without folder and endings, in lower case: a hint.
  String stem() {
    String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
    return last.replaceAll("(\\.(csv|txt|json|jsonl|ndjson|parquet|gz|data|item|tsv))+$", "");
  }
}
