package org.marquetry.platform.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The command line's key: who can read the home may do all. Made anew at each start, gone at stop.
final class RunToken {
  private static final int BYTES = 32;

  private final Path file;
  private final byte[] token;

  private RunToken(Path file, byte[] token) {
    this.file = file;
    this.token = token;
  }

  /// Write `run/token` in the home, readable by its owner only from the first byte on.
  static RunToken make(Path home) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    byte[] token =
        ("run_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random))
            .getBytes(StandardCharsets.US_ASCII);
    Path file = Files.createDirectories(home.resolve("run")).resolve("token");
    Files.deleteIfExists(file);
    try (SeekableByteChannel out =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      out.write(ByteBuffer.wrap(token));
    }
    return new RunToken(file, token);
  }

  boolean is(String given) {
    return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
