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
import org.marquetry.shop.api.Words;
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
            new Words("没有 \"files\" 对象", "there is no object \"files\""),
            new Words(
                "请写成 {\"files\": {\"name.csv\": {\"role\": \"orders\"}}}",
                "write {\"files\": {\"name.csv\": {\"role\": \"orders\"}}}"));
      }
      Map<String, FileRule> rules = new HashMap<>();
      for (Map.Entry<String, JsonNode> e : files.properties()) {
        rules.put(e.getKey(), rule(e.getKey(), e.getValue()));
      }
      return new Mapping(rules, text);
    } catch (JacksonException e) {
      int line = e.getLocation().getLineNr();
      int column = e.getLocation().getColumnNr();
      throw new BadFile(
          new Words(
              "第 " + line + " 行第 " + column + " 列的 JSON 有误",
              "not valid JSON at line " + line + ", column " + column),
          new Words("请改正，或删除该文件", "put it right or remove the file"));
    } catch (IOException e) {
      throw new BadFile(
          new Words("无法读取（" + e.getMessage() + "）", "cannot be read (" + e.getMessage() + ")"),
          new Words("请保存为 UTF-8", "save it as UTF-8"));
    }
  }

  private static FileRule rule(String file, JsonNode node) throws BadFile {
    for (String key : node.propertyNames()) {
      if (!KEYS.contains(key)) {
        String keys = KEYS.stream().sorted().toList().toString();
        throw new BadFile(
            new Words(file + " 的键“" + key + "”无法识别", "unknown key \"" + key + "\" for " + file),
            new Words("可用的键：" + keys, "use one of " + keys));
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
                .orElseThrow(() ->
                    unknown(file, new Words("含义", "meaning"), word, words(Meaning.values()))));
      }
    }
    String encoding = text(node, "encoding");
    try {
      return new FileRule(
          role == null || ignore
              ? Optional.empty()
              : Optional.of(
                  Role.of(role)
                      .orElseThrow(() ->
                          unknown(file, new Words("文件类型", "role"), role, words(Role.values())))),
          ignore,
          encoding == null ? Optional.empty() : Optional.of(Charset.forName(encoding)),
          Optional.ofNullable(text(node, "delimiter")),
          flag(node, "header"),
          columns,
          Optional.ofNullable(text(node, "eventType")),
          flag(node, "dayFirst"));
    } catch (IllegalArgumentException e) {
      throw new BadFile(
          new Words(
              "没有“" + encoding + "”这种编码（" + file + "）",
              "there is no encoding \"" + encoding + "\" (for " + file + ")"),
          new Words("请填写 UTF-8、GB18030 或其他已知名称", "write UTF-8, GB18030 or another known name"));
    }
  }

  private static BadFile unknown(String file, Words what, String word, String known) {
    return new BadFile(
        new Words(
            "没有“" + word + "”这种" + what.zh() + "（" + file + "）",
            "there is no " + what.en() + " \"" + word + "\" (for " + file + ")"),
        new Words("可用：" + known + "、ignore", "use one of " + known + ", ignore"));
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
