package org.marquetry.lib.feature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What a repository holds, `index.json`: the one file whose signature vouches for all others.
///
/// @param publisher who publishes it, as it calls itself
/// @param version grows with every publication
/// @param time of the publication
/// @param files by path, `features/...json`, `bundles/...jar`, `index.xml` or `configuration.json`
public record RepositoryIndex(
    String publisher, long version, Instant time, SortedMap<String, IndexedFile> files) {
  /// Its name in a repository.
  public static final String FILE = "index.json";

  /// The largest index that is read.
  public static final int MOST_BYTES = 4 << 20;

  private static final int MOST_FILES = 10_000;
  private static final int FORMAT = 1;
  private static final Set<String> KEYS = Set.of("format", "publisher", "version", "time", "files");
  private static final Set<String> FILE_KEYS = Set.of("sha256", "size");
  private static final Pattern PATH =
      Pattern.compile(
          "features/[A-Za-z0-9._+-]{1,240}\\.json|bundles/[A-Za-z0-9._+-]{1,240}\\.jar"
              + "|index\\.xml|configuration\\.json");
  private static final Pattern PUBLISHER =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._&-]{0,79}");

  /// Check and copy.
  public RepositoryIndex {
    checkPublisher(publisher);
    if (version < 1) {
      throw new InvalidValue(
          "version 须 >= 1，实际为 " + version, "version must be >= 1, got " + version);
    }
    if (files.size() > MOST_FILES) {
      throw new InvalidValue("文件超过 " + MOST_FILES + " 个", "more than " + MOST_FILES + " files");
    }
    for (String path : files.keySet()) {
      if (!PATH.matcher(path).matches()) {
        throw new InvalidValue(
            "“" + path + "”不是软件库的文件：应为 features/*.json 或 bundles/*.jar",
            "\"" + path + "\" is no file of a repository: features/*.json or bundles/*.jar");
      }
    }
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// Check a publisher's name.
  ///
  /// @throws IllegalArgumentException if it is empty, too long or has odd characters
  public static String checkPublisher(String name) {
    if (PUBLISHER.matcher(name).matches()) return name;
    throw new InvalidValue(
        "发布者的名称由 1 到 80 个字母、数字、空格和 . _ & - 组成，实际为“" + name + "”",
        "a publisher's name has 1 to 80 letters, digits, blanks and . _ & -, got \"" + name + "\"");
  }

  /// State what a folder holds.
  ///
  /// @throws IOException if a file cannot be read
  public static RepositoryIndex of(Path folder, String publisher, long version, Instant time)
      throws IOException {
    List<Path> found =
        new ArrayList<>(List.of(folder.resolve("index.xml"), folder.resolve("configuration.json")));
    for (String part : List.of("features", "bundles")) {
      if (!Files.isDirectory(folder.resolve(part))) continue;
      try (Stream<Path> list = Files.list(folder.resolve(part))) {
        list.forEach(found::add);
      }
    }
    SortedMap<String, IndexedFile> files = new TreeMap<>();
    for (Path file : found) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (!Files.isRegularFile(file) || !PATH.matcher(path).matches()) continue;
      files.put(path, new IndexedFile(Checksums.of(file), Files.size(file)));
    }
    return new RepositoryIndex(publisher, version, time, files);
  }

  /// Read an index strictly.
  ///
  /// @throws JsonException with the place if anything in it is not as it must be
  public static RepositoryIndex read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new JsonException(
          new JsonValue.Place(1, 1),
          "索引最多 " + MOST_BYTES + " 字节",
          "an index has at most " + MOST_BYTES + " bytes");
    }
    JsonObject index = known(Json.parse(new String(bytes, StandardCharsets.UTF_8)), KEYS);
    if (index.get("format").asInt() != FORMAT) {
      throw new JsonException(
          index.get("format").place(),
          "本系统读取格式 1；需要更新的系统",
          "this suite reads format 1; a newer suite is needed");
    }
    SortedMap<String, IndexedFile> files = new TreeMap<>();
    try {
      index
          .get("files")
          .asObject()
          .members()
          .forEach((path, value) -> {
            JsonObject file = known(value, FILE_KEYS);
            files.put(
                path, new IndexedFile(file.get("sha256").asString(), file.get("size").asLong()));
          });
      return new RepositoryIndex(
          index.get("publisher").asString(),
          index.get("version").asLong(),
          Instant.parse(index.get("time").asString()),
          files);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new JsonException(
          index.place(), FeatureException.zh(e), String.valueOf(e.getMessage()));
    }
  }

  private static JsonObject known(JsonValue value, Set<String> keys) {
    JsonObject object = value.asObject();
    for (String key : object.members().keySet()) {
      if (!keys.contains(key)) {
        throw new JsonException(
            object.placeOf(key),
            "未知的“" + key + "”；可用的有 " + new TreeSet<>(keys),
            "unknown \"" + key + "\"; known are " + new TreeSet<>(keys));
      }
    }
    return object;
  }

  /// The bytes to write; the same index gives the same bytes.
  public byte[] bytes() {
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("format", FORMAT);
    index.put("publisher", publisher);
    index.put("version", version);
    index.put("time", time.toString());
    Map<String, Object> list = new LinkedHashMap<>();
    files.forEach((path, file) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("sha256", file.sha256());
      one.put("size", file.size());
      list.put(path, one);
    });
    index.put("files", list);
    return Json.write(index).getBytes(StandardCharsets.UTF_8);
  }
}
