package org.marquetry.data.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `mapping.json` says about files; it overrules every guess. The format stands in the
/// bundle's README.
///
/// @param files rules by file name
/// @param text the file as it was written, empty when absent: part of the batch's hash
record Mapping(Map<String, FileRule> files, String text) {
  static final String FILE = "mapping.json";
  private static final Set<String> KEYS =
      Set.of("role", "encoding", "delimiter", "header", "columns", "eventType", "dayFirst");

  /// The rule of one file; what is empty is guessed.
  ///
  /// @param ignore the file is left out
  /// @param columns meaning by header name or by position counted from 1
  /// @param dayFirst in 03/04/2026 the day comes first
  record FileRule(
      Optional<Role> role,
      boolean ignore,
      Optional<Charset> encoding,
      Optional<String> delimiter,
      Optional<Boolean> header,
      Map<String, Meaning> columns,
      Optional<String> eventType,
      Optional<Boolean> dayFirst) {
    static final FileRule NONE =
        new FileRule(
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty());
  }

  FileRule rule(String file) {
    return files.getOrDefault(file, FileRule.NONE);
  }

  static Mapping none() {
    return new Mapping(Map.of(), "");
  }

  static Mapping read(Path folder) throws BadFile {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return none();
    }
    try {
      String text = Files.readString(file);
      JsonNode files = JsonMapper.builder().build().readTree(text).get("files");
      if (files == null || !files.isObject()) {
        throw new BadFile(
            "there is no object \"files\"",
            "write {\"files\": {\"name.csv\": {\"role\": \"orders\"}}}",
            "");
      }
      Map<String, FileRule> rules = new HashMap<>();
      for (Map.Entry<String, JsonNode> e : files.properties()) {
        rules.put(e.getKey(), rule(e.getKey(), e.getValue()));
      }
      return new Mapping(rules, text);
    } catch (JacksonException e) {
      throw new BadFile(
          "not valid JSON at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr(),
          "put it right or remove the file",
          "");
    } catch (IOException e) {
      throw new BadFile("cannot be read (" + e.getMessage() + ")", "save it as UTF-8", "");
    }
  }

  private static FileRule rule(String file, JsonNode node) throws BadFile {
    for (String key : node.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw new BadFile(
            "unknown key \"" + key + "\" for " + file,
            "use one of " + KEYS.stream().sorted().toList(),
            "");
      }
    }
    String role = text(node, "role");
    boolean ignore = "ignore".equals(role);
    Map<String, Meaning> columns = new TreeMap<>();
    JsonNode names = node.get("columns");
    if (names != null) {
      for (Map.Entry<String, JsonNode> e : names.properties()) {
        String word = e.getValue().asString();
        columns.put(
            e.getKey(),
            Meaning.of(word)
                .orElseThrow(() -> unknown(file, "meaning", word, words(Meaning.values()))));
      }
    }
    String encoding = text(node, "encoding");
    try {
      return new FileRule(
          role == null || ignore
              ? Optional.empty()
              : Optional.of(
                  Role.of(role)
                      .orElseThrow(() -> unknown(file, "role", role, words(Role.values())))),
          ignore,
          encoding == null ? Optional.empty() : Optional.of(Charset.forName(encoding)),
          Optional.ofNullable(text(node, "delimiter")),
          flag(node, "header"),
          columns,
          Optional.ofNullable(text(node, "eventType")),
          flag(node, "dayFirst"));
    } catch (IllegalArgumentException e) {
      throw new BadFile(
          "there is no encoding \"" + encoding + "\" (for " + file + ")",
          "write UTF-8, GB18030 or another known name",
          "");
    }
  }

  private static BadFile unknown(String file, String what, String word, String known) {
    return new BadFile(
        "there is no " + what + " \"" + word + "\" (for " + file + ")",
        "use one of " + known + ", ignore",
        "");
  }

  private static String words(Enum<?>[] values) {
    return String.join(
        ", ",
        java.util.Arrays.stream(values)
            .map(v -> v instanceof Role r ? r.word() : ((Meaning) v).word())
            .toList());
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null ? null : value.asString();
  }

  private static Optional<Boolean> flag(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null ? Optional.empty() : Optional.of(value.asBoolean());
  }
}
