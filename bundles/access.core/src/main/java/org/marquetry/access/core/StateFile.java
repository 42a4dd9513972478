package org.marquetry.access.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;

/// The file that holds the state: replaced as a whole, flushed before it counts, readable for its
/// owner only.
record StateFile(Path file) {
  private static final String OWNER_ONLY = "rw-------";

  /// Read it; an absent file is the empty state.
  ///
  /// @throws IOException if it cannot be read or is no such file; the message names line and column
  State read() throws IOException {
    if (!Files.exists(file)) {
      return State.EMPTY;
    }
    try {
      return StateText.read(Json.parse(file));
    } catch (JsonException e) {
      throw new IOException(
          file
              + ", line "
              + e.line()
              + ", column "
              + e.column()
              + ": "
              + e.getMessage()
              + "; put a copy from a backup in its place",
          e);
    }
  }

  /// Replace it.
  void write(State state) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
    if (posix) {
      Files.createFile(
          fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    } else {
      Files.createFile(fresh);
    }
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer text = ByteBuffer.wrap(StateText.write(state).getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (posix) {
      try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        folder.force(true); // the renaming itself
      }
    }
  }
}
