package org.marquetry.sandbox.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;

/// What a home keeps of its world: what it was made from, and how far it is told. The world itself
/// is lived anew at each start; the journal holds what the suite did to it.
///
/// @param from where the journal stood when the past was told, an offset for each partition; empty:
///   the past is not told yet
/// @param until what happened before this moment went through the door
record Kept(Setting setting, List<Long> from, Instant until) {
  Kept {
    from = List.copyOf(from);
  }

  static Kept begin(Setting setting) {
    return new Kept(setting, List.of(), Instant.EPOCH);
  }

  boolean isPastTold() {
    return !from.isEmpty();
  }

  Kept told(List<Long> ends, Instant moment) {
    return new Kept(setting, ends, moment);
  }

  private static Path file(Path home) {
    return home.resolve("data").resolve("sandbox").resolve("world.json");
  }

  static Optional<Kept> read(Path home) throws IOException {
    Path file = file(home);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonValue.JsonObject kept = Json.parse(file).asObject();
    Map<String, String> arguments = new LinkedHashMap<>();
    kept.get("setting")
        .asObject()
        .members()
        .forEach((name, value) -> arguments.put(name, value.asString()));
    List<Long> from = new ArrayList<>();
    for (JsonValue offset : kept.get("from").asArray().values()) {
      from.add(Long.parseLong(offset.asString()));
    }
    return Optional.of(
        new Kept(Setting.of(arguments), from, Instant.parse(kept.get("until").asString())));
  }

  void write(Path home) throws IOException {
    Path file = file(home);
    Files.createDirectories(file.getParent());
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("setting", setting.arguments());
    kept.put("from", from.stream().map(String::valueOf).toList());
    kept.put("until", until.toString());
    Path fresh = file.resolveSibling("world.json.new");
    Files.writeString(fresh, Json.write(kept));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
