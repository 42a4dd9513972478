package org.marquetry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.lib.suggestion.Suggestion;

/// The operator's configuration: `etc/*.json`, then `MARQUETRY_*`, then `--set`; the later wins.
/// Nothing unknown passes.
final class Configuration {
  /// Variables that are not keys of a component: the script reads them.
  private static final Set<String> OWN_VARIABLES =
      Set.of("MARQUETRY_HOME", "MARQUETRY_JAVA_OPTIONS");

  private final Catalogue catalogue;
  private final Map<String, Map<String, Object>> values = new TreeMap<>();

  private Configuration(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// Read and check everything.
  ///
  /// @return PID -> key -> value, plain Java values
  /// @throws Problem naming file, line and column, variable or flag
  static Map<String, Map<String, Object>> read(
      Catalogue catalogue, Path etc, Map<String, String> environment, List<String> settings) {
    var configuration = new Configuration(catalogue);
    configuration.files(etc);
    configuration.variables(environment);
    settings.forEach(configuration::setting);
    return configuration.values;
  }

  /// What a state of the suite was kept with, in place of files and variables.
  ///
  /// @param text as JSON, PID -> key -> value
  static Map<String, Map<String, Object>> kept(
      Catalogue catalogue, String text, List<String> settings) {
    var configuration = new Configuration(catalogue);
    Json.parse(text)
        .asObject()
        .members()
        .forEach((pid, group) ->
            group.asObject().members().forEach((k, v) -> configuration.put(pid, k, v)));
    settings.forEach(configuration::setting);
    return configuration.values;
  }

  private void files(Path etc) {
    if (!Files.isDirectory(etc)) return;
    try (Stream<Path> list = Files.list(etc)) {
      for (Path file : list.filter(f -> f.toString().endsWith(".json")).sorted().toList())
        file(file);
    } catch (IOException e) {
      throw Problem.failure("cannot read " + etc + " (" + e + ")");
    }
  }

  private void file(Path file) throws IOException {
    try {
      JsonObject document = Json.parse(file).asObject();
      document.members().forEach((name, value) -> group(document, name, value));
    } catch (JsonException e) {
      throw Problem.usage(
          file
              + ", line "
              + e.line()
              + ", column "
              + e.column()
              + ": "
              + e.getMessage()
              + "; put it right and start again");
    }
  }

  private void group(JsonObject document, String name, JsonValue value) {
    Catalogue.Group group =
        catalogue
            .find(name)
            .orElseThrow(() ->
                new JsonException(
                    document.placeOf(name),
                    "unknown component \""
                        + name
                        + "\""
                        + Suggestion.hint(name, catalogue.names())));
    JsonObject members = value.asObject();
    String pid = group.pid() + (name.contains("~") ? name.substring(name.indexOf('~')) : "");
    members
        .members()
        .forEach((key, v) -> {
          Catalogue.Key known = group.keys().get(key);
          if (known == null) {
            throw new JsonException(
                members.placeOf(key),
                "unknown key \""
                    + key
                    + "\" of \""
                    + name
                    + "\""
                    + Suggestion.hint(key, group.keys().keySet()));
          }
          known
              .check(v)
              .ifPresent(wrong -> {
                throw new JsonException(v.place(), "\"" + key + "\" " + wrong);
              });
          put(pid, key, v);
        });
  }

  private void variables(Map<String, String> environment) {
    Map<String, Catalogue.Target> known = catalogue.variables();
    List<String> names = Stream.concat(known.keySet().stream(), OWN_VARIABLES.stream()).toList();
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      if (!name.startsWith("MARQUETRY_") || OWN_VARIABLES.contains(name)) continue;
      Catalogue.Target target = known.get(name);
      if (target == null) {
        throw Problem.usage("unknown environment variable " + name + Suggestion.hint(name, names));
      }
      set("environment variable " + name, target, variable.getValue());
    }
  }

  private void setting(String setting) {
    int equals = setting.indexOf('=');
    if (equals < 0) {
      throw Problem.usage("--set needs COMPONENT.KEY=VALUE, got \"" + setting + "\"");
    }
    String path = setting.substring(0, equals);
    Catalogue.Target target =
        catalogue
            .findPath(path)
            .orElseThrow(() ->
                Problem.usage(
                    "--set: unknown key \""
                        + path
                        + "\""
                        + Suggestion.hint(path, catalogue.paths())));
    set("--set " + path, target, setting.substring(equals + 1));
  }

  private void set(String where, Catalogue.Target target, String text) {
    JsonValue value = target.key().value(text);
    target
        .key()
        .check(value)
        .ifPresent(wrong -> {
          throw Problem.usage(where + " " + wrong);
        });
    put(target.group().pid(), target.key().name(), value);
  }

  private void put(String pid, String key, JsonValue value) {
    values.computeIfAbsent(pid, p -> new LinkedHashMap<>()).put(key, plain(value));
  }

  private static Object plain(JsonValue value) {
    return switch (value) {
      case JsonValue.JsonString(var _, var v) -> v;
      case JsonValue.JsonNumber(var _, var v) -> v;
      case JsonValue.JsonBoolean(var _, var v) -> v;
      case JsonValue.JsonArray(var _, var list) -> {
        List<Object> plain = new ArrayList<>();
        list.forEach(v -> plain.add(plain(v)));
        yield plain;
      }
      case JsonObject o ->
          throw new JsonException(o.place(), "a value is expected here, not an object");
      case JsonValue.JsonNull n ->
          throw new JsonException(n.place(), "leave the key out instead of null");
    };
  }
}
