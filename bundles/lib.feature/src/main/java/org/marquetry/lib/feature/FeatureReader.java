package org.marquetry.lib.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Reads one Feature JSON document.
public final class FeatureReader {
  /// The extension that names the features a feature needs.
  public static final String REQUIRES = "marquetry.requires";

  /// The extension that names the commands a feature brings.
  public static final String COMMANDS = "marquetry.commands";

  /// The extension that names what a feature asks to be allowed.
  public static final String POWERS = "marquetry.powers";

  private static final Set<String> KEYS =
      Set.of(
          "feature-resource-version",
          "id",
          "name",
          "description",
          "docURL",
          "license",
          "SCM",
          "vendor",
          "categories",
          "complete",
          "bundles",
          "extensions");

  private FeatureReader() {}

  /// Read a feature.
  ///
  /// @throws JsonException with the place if something in it is not as it must be
  public static Feature read(JsonValue document) {
    JsonObject feature = document.asObject();
    feature.members().keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .findFirst()
        .ifPresent(key -> {
          throw new JsonException(
              feature.placeOf(key),
              "功能里没有“" + key + "”这一项；可用的有 " + KEYS.stream().sorted().toList(),
              "a feature has no \"" + key + "\"; it has " + KEYS.stream().sorted().toList());
        });
    ArtifactId id = id(feature.get("id"));
    return new Feature(
        id,
        feature.find("name").map(JsonValue::asString).orElse(id.artifact()),
        feature.find("description").map(JsonValue::asString).orElse(""),
        feature.find("vendor").map(JsonValue::asString).orElse(""),
        feature.find("license").map(JsonValue::asString).orElse(""),
        bundles(feature),
        requires(feature),
        commands(feature),
        extension(feature, POWERS)
            .flatMap(e -> e.find("json"))
            .map(Powers::read)
            .orElse(Powers.NONE));
  }

  private static List<FeatureBundle> bundles(JsonObject feature) {
    List<FeatureBundle> bundles = new ArrayList<>();
    for (JsonValue value :
        feature.find("bundles").map(b -> b.asArray().values()).orElse(List.of())) {
      JsonObject bundle = value.asObject();
      int level =
          bundle.find("start-level").map(JsonValue::asInt).orElse(FeatureBundle.ORDINARY_LEVEL);
      try {
        bundles.add(new FeatureBundle(id(bundle.get("id")), level));
      } catch (IllegalArgumentException e) {
        throw new JsonException(
            bundle.place(), FeatureException.zh(e), String.valueOf(e.getMessage()));
      }
    }
    return bundles;
  }

  private static List<ArtifactId> requires(JsonObject feature) {
    return extension(feature, REQUIRES).flatMap(e -> e.find("artifacts")).stream()
        .flatMap(a -> a.asArray().values().stream())
        .map(a -> id(a.asObject().get("id")))
        .toList();
  }

  private static List<FeatureCommand> commands(JsonObject feature) {
    List<FeatureCommand> commands = new ArrayList<>();
    Optional<JsonValue> json = extension(feature, COMMANDS).flatMap(e -> e.find("json"));
    if (json.isEmpty()) return commands;
    for (Map.Entry<String, JsonValue> member : json.get().asObject().members().entrySet()) {
      JsonObject command = member.getValue().asObject();
      commands.add(
          new FeatureCommand(
              member.getKey(),
              command.get("summary").asString(),
              starts(command),
              command.find("freshHome").map(JsonValue::asString),
              command.find("clock").map(JsonValue::asString)));
    }
    return commands;
  }

  private static FeatureCommand.Starts starts(JsonObject command) {
    String starts = command.find("starts").map(JsonValue::asString).orElse("once");
    return switch (starts) {
      case "suite" -> FeatureCommand.Starts.SUITE;
      case "once" -> FeatureCommand.Starts.ONCE;
      case "nothing" -> FeatureCommand.Starts.NOTHING;
      default ->
          throw new JsonException(
              command.placeOf("starts"),
              "“starts”须为 suite、once 或 nothing，实际为“" + starts + "”",
              "\"starts\" must be suite, once or nothing, got \"" + starts + "\"");
    };
  }

  private static Optional<JsonObject> extension(JsonObject feature, String name) {
    return feature
        .find("extensions")
        .flatMap(e -> e.asObject().find(name))
        .map(JsonValue::asObject);
  }

  private static ArtifactId id(JsonValue value) {
    try {
      return ArtifactId.parse(value.asString());
    } catch (IllegalArgumentException e) {
      throw new JsonException(
          value.place(), FeatureException.zh(e), String.valueOf(e.getMessage()));
    }
  }
}
