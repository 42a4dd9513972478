package org.marquetry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Sends a feature's archive to the running suite, part by part, as any program would.
final class Upload {
  private static final int PART = 8 << 20;

  private Upload() {}

  /// @return where the suite keeps it
  /// @throws Problem if it cannot be read, or the suite does not take it
  static JsonObject of(Door door, Path file) {
    if (!Files.isRegularFile(file)) {
      throw Problem.usage("there is no file " + file.toAbsolutePath().normalize());
    }
    try (InputStream in = Files.newInputStream(file)) {
      String at =
          "/feature-uploads/" + Fields.text(door.send("POST", "/feature-uploads", ""), "id");
      long stored = 0;
      for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
        door.put(at + "/content?offset=" + stored, part);
        stored += part.length;
      }
      return door.send("POST", at + "/stored", "");
    } catch (IOException e) {
      throw Problem.failure("cannot read " + file + " (" + e.getMessage() + ")");
    }
  }
}
