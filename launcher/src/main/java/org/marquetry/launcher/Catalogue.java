package org.marquetry.launcher;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.lib.suggestion.Suggestion;

/// Every key that an operator can set; the build collects it from the metatype data of the bundles.
///
/// @param groups by full name (PID), e.g. `org.marquetry.platform.http`
record Catalogue(Map<String, Group> groups) {
  private static final String PREFIX = "org.marquetry.";

  /// One component's keys.
  ///
  /// @param factory whether there can be several, named `NAME~instance`
  record Group(String pid, boolean factory, Map<String, Key> keys) {}

  /// One key.
  ///
  /// @param type `String`, `Integer`, `Long`, `Double`, `Boolean`, ... as in metatype
  /// @param many whether it is a list
  record Key(
      String name,
      String type,
      boolean many,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      List<String> options) {
    /// Say what is wrong with a value, or nothing.
    Optional<String> check(JsonValue value) {
      return switch (value) {
        case JsonValue.JsonArray array when many ->
            array.values().stream().flatMap(v -> checkOne(v).stream()).findFirst();
        default -> checkOne(value);
      };
    }

    private Optional<String> checkOne(JsonValue value) {
      boolean whole = List.of("Integer", "Long", "Short", "Byte").contains(type);
      boolean number = whole || List.of("Double", "Float").contains(type);
      return switch (value) {
        case JsonValue.JsonNumber(var _, var v) when number -> range(v, whole);
        case JsonValue.JsonBoolean _ when type.equals("Boolean") -> Optional.empty();
        case JsonValue.JsonString(var _, var v) when !number && !type.equals("Boolean") ->
            options.isEmpty() || options.contains(v)
                ? Optional.empty()
                : Optional.of(
                    "must be one of "
                        + String.join(", ", options)
                        + ", got \""
                        + v
                        + "\""
                        + Suggestion.hint(v, options));
        default ->
            Optional.of(
                "must be "
                    + (number
                        ? whole ? "a whole number" : "a number"
                        : type.equals("Boolean") ? "true or false" : "a string")
                    + ", got "
                    + value.kind());
      };
    }

    private Optional<String> range(BigDecimal value, boolean whole) {
      if (whole && value.stripTrailingZeros().scale() > 0)
        return Optional.of("must be a whole number, got " + value);
      boolean low = min.filter(m -> value.compareTo(m) < 0).isPresent();
      boolean high = max.filter(m -> value.compareTo(m) > 0).isPresent();
      if (!low && !high) return Optional.empty();
      return Optional.of(
          "must be "
              + min.map(m -> "at least " + m).orElse("")
              + (min.isPresent() && max.isPresent() ? " and " : "")
              + max.map(m -> "at most " + m).orElse("")
              + ", got "
              + value);
    }

    /// Read a value from an environment variable or a flag.
    JsonValue value(String text) {
      var place = new JsonValue.Place(1, 1);
      if (type.equals("Boolean") && (text.equals("true") || text.equals("false")))
        return new JsonValue.JsonBoolean(place, text.equals("true"));
      try {
        return List.of("Integer", "Long", "Short", "Byte", "Double", "Float").contains(type)
            ? new JsonValue.JsonNumber(place, new BigDecimal(text))
            : new JsonValue.JsonString(place, text);
      } catch (NumberFormatException e) {
        return new JsonValue.JsonString(place, text);
      }
    }
  }

  /// Read `configuration.json` of a repository.
  static Catalogue read(Path repository) {
    Path file = repository.resolve("configuration.json");
    if (!Files.exists(file)) return new Catalogue(Map.of());
    try {
      Map<String, Group> groups = new TreeMap<>();
      Json.parse(file)
          .asObject()
          .members()
          .forEach((pid, group) -> groups.put(pid, group(pid, group.asObject())));
      return new Catalogue(groups);
    } catch (IOException e) {
      throw Problem.failure("cannot read " + file + " (" + e + "); build again");
    }
  }

  private static Group group(String pid, JsonObject group) {
    Map<String, Key> keys = new TreeMap<>();
    group
        .get("keys")
        .asObject()
        .members()
        .forEach((name, value) -> {
          JsonObject key = value.asObject();
          keys.put(
              name,
              new Key(
                  name,
                  key.get("type").asString(),
                  key.find("many").isPresent(),
                  number(key, "min"),
                  number(key, "max"),
                  options(key)));
        });
    return new Group(pid, group.find("factory").isPresent(), keys);
  }

  private static Optional<BigDecimal> number(JsonObject key, String name) {
    return key.find(name).map(v -> new BigDecimal(v.asString()));
  }

  private static List<String> options(JsonObject key) {
    return key.find("options")
        .map(o -> o.asArray().values().stream().map(JsonValue::asString).toList())
        .orElse(List.of());
  }

  /// Find a group by its full or short name (without `org.marquetry.`), with or without
  /// `~instance`.
  Optional<Group> find(String name) {
    int tilde = name.indexOf('~');
    String base = tilde < 0 ? name : name.substring(0, tilde);
    return Optional.ofNullable(groups.getOrDefault(base, groups.get(PREFIX + base)))
        .filter(g -> tilde < 0 || g.factory());
  }

  /// The names an operator writes: short for ours.
  List<String> names() {
    return groups.keySet().stream().map(Catalogue::shortName).toList();
  }

  static String shortName(String pid) {
    return pid.startsWith(PREFIX) ? pid.substring(PREFIX.length()) : pid;
  }

  /// Find one key by `COMPONENT.KEY`; either part may hold dots.
  Optional<Target> findPath(String path) {
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      Group group = find(path.substring(0, dot)).orElse(null);
      Key key = group == null ? null : group.keys().get(path.substring(dot + 1));
      if (group != null && key != null) return Optional.of(new Target(group, key));
    }
    return Optional.empty();
  }

  /// One key of one group.
  record Target(Group group, Key key) {}

  /// The environment variable of every key: `MARQUETRY_` + short name + `_` + key, in capitals,
  /// other signs as `_`.
  Map<String, Target> variables() {
    Map<String, Target> variables = new TreeMap<>();
    for (Group group : groups.values()) {
      for (Key key : group.keys().values()) {
        String path = shortName(group.pid()) + "_" + key.name();
        String name = path.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        variables.put("MARQUETRY_" + name, new Target(group, key));
      }
    }
    return variables;
  }

  /// `NAME.KEY` of every key, as `--set` reads it.
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    groups
        .values()
        .forEach(g -> g.keys().keySet().forEach(k -> paths.add(shortName(g.pid()) + "." + k)));
    return paths;
  }
}
