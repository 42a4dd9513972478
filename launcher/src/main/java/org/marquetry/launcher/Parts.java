package org.marquetry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Sends a file to the running suite part by part, as any program would: `PUT .../content?offset=`
/// for each, then `POST .../stored`.
final class Parts {
  private static final int PART = 8 << 20;

  private Parts() {}

  /// Send a file of more than one part, or of one.
  ///
  /// @param at path of what was begun
  /// @param stored told after each part how many bytes are there
  /// @return what the suite says of the whole
  /// @throws IOException if the file cannot be read
  static JsonObject send(Door door, String at, Path file, LongConsumer stored) throws IOException {
    long sent = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
        door.put(at + "/content?offset=" + sent, part);
        sent += part.length;
        stored.accept(sent);
      }
    }
    return door.send("POST", at + "/stored", "");
  }
}
