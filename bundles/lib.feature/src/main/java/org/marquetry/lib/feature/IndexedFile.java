package org.marquetry.lib.feature;

import java.util.regex.Pattern;

/// One file of a repository as the index states it.
///
/// @param sha256 64 lower-case hexadecimal digits
/// @param size bytes
public record IndexedFile(String sha256, long size) {
  /// The largest file that is taken.
  public static final long MOST_BYTES = 512L << 20;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /// Check both.
  public IndexedFile {
    if (!SHA256.matcher(sha256).matches()) {
      throw new InvalidValue(
          "sha256 须为 64 位十六进制数字，实际为“" + sha256 + "”",
          "sha256 has 64 hexadecimal digits, got \"" + sha256 + "\"");
    }
    if (size < 0 || size > MOST_BYTES) {
      throw new InvalidValue(
          "size 须为 0 到 " + MOST_BYTES + "，实际为 " + size,
          "size must be 0 to " + MOST_BYTES + ", got " + size);
    }
  }
}
