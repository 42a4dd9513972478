package org.marquetry.repo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.FeatureReader;
import org.marquetry.lib.feature.RepositoryIndex;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;

/// Builds `target/repository`, and [PartnerRepository] beside it.
///
/// A jar is replaced by renaming a new file over it, so that a running process keeps reading the
/// old one.
public final class BuildRepository {
  private static final Instant NO_TIME = Instant.parse("2026-01-01T00:00:00Z");

  private final Path features;
  private final Jars jars;
  private final Path repository;
  private final String version;
  private final Map<String, Jars.Jar> used = new TreeMap<>();
  private final Set<Path> written = new HashSet<>();

  private BuildRepository(Path features, Jars jars, Path repository, String version) {
    this.features = features;
    this.jars = jars;
    this.repository = repository;
    this.version = version;
  }

  /// Build.
  ///
  /// @param args folder of the feature sources, file with the resolved jars, folder to write,
  ///   version of our features, root of the checkout, folder to write for partners
  public static void main(String[] args) throws IOException {
    Jars jars = Jars.read(Path.of(args[1]));
    new BuildRepository(Path.of(args[0]), jars, Path.of(args[2]), args[3]).build();
    new PartnerRepository(Path.of(args[4]), Path.of(args[5]), args[3]).build(jars);
  }

  private void build() throws IOException {
    try (Stream<Path> list = Files.list(features)) {
      for (Path source : list.filter(f -> f.toString().endsWith(".json")).sorted().toList())
        feature(source);
    }
    refuseUnused();
    for (Jars.Jar jar : used.values()) copy(jar);
    bytes(repository.resolve("index.xml"), Index.of(used.values(), repository));
    text(repository.resolve("configuration.json"), Json.write(MetatypeKeys.of(used.values())));
    deleteOld();
    // One version for each content would need the last one: the suite trusts the folder as it is.
    bytes(
        repository.resolve(RepositoryIndex.FILE),
        RepositoryIndex.of(repository, "Marquetry", 1, NO_TIME).bytes());
  }

  private void feature(Path source) throws IOException {
    JsonValue document;
    Feature feature;
    try {
      document = Json.parse(source);
      feature = FeatureReader.read(document);
    } catch (JsonException e) {
      throw new IllegalArgumentException(
          source + ", line " + e.line() + ", column " + e.column() + ": " + e.getMessage(), e);
    }
    if (!source.getFileName().toString().equals(feature.name() + ".json")) {
      throw new IllegalArgumentException(source + " must be named " + feature.name() + ".json");
    }
    Map<String, String> versions = new TreeMap<>();
    for (FeatureBundle bundle : feature.bundles()) {
      Jars.Jar jar = jars.get(bundle.id(), source);
      used.put(jar.id().key(), jar);
      versions.put(bundle.id().key(), jar.id().toString());
    }
    feature.requires().forEach(needed -> versions.put(needed.key(), needed.key() + ":" + version));
    versions.put(feature.id().key(), feature.id().key() + ":" + version);
    text(
        repository.resolve("features").resolve(feature.name() + "-" + version + ".json"),
        Json.write(filled(document, versions)));
  }

  /// Copy a document as plain values, with the version added to every `id`.
  private static Object filled(JsonValue value, Map<String, String> versions) {
    return switch (value) {
      case JsonValue.JsonObject object -> {
        Map<String, Object> copy = new java.util.LinkedHashMap<>();
        object
            .members()
            .forEach((name, v) ->
                copy.put(
                    name,
                    name.equals("id")
                        ? versions.getOrDefault(v.asString(), v.asString())
                        : filled(v, versions)));
        yield copy;
      }
      case JsonValue.JsonArray array ->
          array.values().stream().map(v -> filled(v, versions)).toList();
      case JsonValue.JsonString string -> string.value();
      case JsonValue.JsonNumber number -> number.value();
      case JsonValue.JsonBoolean bool -> bool.value();
      case JsonValue.JsonNull nothing ->
          throw new JsonException(nothing.place(), "a feature has no null");
    };
  }

  private void refuseUnused() {
    List<String> unused = new ArrayList<>();
    for (Jars.Jar jar : jars.byKey().values()) {
      boolean ours =
          jar.id().group().equals("org.marquetry")
              && !PartnerRepository.TESTING.contains(jar.id().artifact())
              && !PartnerRepository.TOOLS.contains(jar.id().artifact())
              && !jar.id()
                  .artifact()
                  .matches(
                      "lib\\.(feature|home|json|metatype|mime|model|operation|outbound|suggestion|verdict|versions)|math\\..*");
      if (ours && !used.containsKey(jar.id().key())) unused.add(jar.id().key());
    }
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException(
          "no feature in "
              + features
              + " names "
              + unused
              + "; add each to the feature of its subject");
    }
  }

  private void copy(Jars.Jar jar) throws IOException {
    Path target = repository.resolve("bundles").resolve(jar.id().fileName());
    written.add(target);
    if (Files.exists(target)
        && Files.size(target) == Files.size(jar.file())
        && Checksums.of(target).equals(Checksums.of(jar.file()))) return;
    Files.createDirectories(target.getParent());
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    Files.copy(jar.file(), fresh, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void text(Path file, String text) throws IOException {
    bytes(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void bytes(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes);
    }
    written.add(file);
  }

  private void deleteOld() throws IOException {
    for (String folder : List.of("features", "bundles")) {
      try (Stream<Path> list = Files.list(repository.resolve(folder))) {
        for (Path old : list.filter(f -> !written.contains(f)).toList()) Files.delete(old);
      }
    }
  }
}
