package org.marquetry.lib.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.marquetry.lib.home.DurableFile;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The bundles of one home that are not started any more because they failed again and again:
/// `quarantine.json`. The launcher reads it before the framework starts; while the suite runs, one
/// component writes it.
public final class QuarantineFile {
  private final Path file;

  /// @param folder `data/features` of a home; it need not exist
  public QuarantineFile(Path folder) {
    this.file = folder.resolve("quarantine.json");
  }

  /// One of them.
  ///
  /// @param bundle symbolic name and version
  /// @param sha256 of its jar: another content is another bundle
  public record Held(String bundle, String sha256, Instant at, String why) {}

  /// All of them, oldest first.
  ///
  /// @throws FeatureException if the file is broken
  public List<Held> read() {
    try {
      List<Held> all = new ArrayList<>();
      String text = new DurableFile(file).read().orElse("{\"held\": []}");
      for (JsonValue value : Json.parse(text).asObject().get("held").asArray().values()) {
        JsonObject held = value.asObject();
        all.add(
            new Held(
                held.get("bundle").asString(),
                held.get("sha256").asString(),
                Instant.parse(held.get("at").asString()),
                held.get("why").asString()));
      }
      return all;
    } catch (IOException | JsonException | java.time.DateTimeException e) {
      throw new FeatureException(
          "无法读取 " + file + "（" + FeatureException.zh(e) + "）；删除它即可启动所有部件",
          "cannot read " + file + " (" + e.getMessage() + "); delete it to start all bundles",
          e);
    }
  }

  /// Their checksums.
  public Set<String> checksums() {
    return read().stream().map(Held::sha256).collect(Collectors.toSet());
  }

  /// Hold one more.
  public void add(Held held) {
    List<Held> all = new ArrayList<>(read());
    all.removeIf(h -> h.sha256().equals(held.sha256()));
    all.add(held);
    write(all);
  }

  /// Hold some no longer.
  public void remove(Predicate<Held> which) {
    List<Held> all = new ArrayList<>(read());
    if (all.removeIf(which)) {
      write(all);
    }
  }

  private void write(List<Held> all) {
    try {
      List<Map<String, Object>> held =
          all.stream()
              .map(h ->
                  Map.<String, Object>of(
                      "bundle",
                      h.bundle(),
                      "sha256",
                      h.sha256(),
                      "at",
                      h.at().toString(),
                      "why",
                      h.why()))
              .toList();
      new DurableFile(file).write(Json.write(Map.of("held", held)));
    } catch (IOException e) {
      throw new FeatureException(
          "无法写入 " + file + "（" + e + "）", "cannot write " + file + " (" + e + ")", e);
    }
  }
}
