package org.marquetry.launcher.test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A feature of one bundle, in the forms that a partner hands over.
///
/// @param bundle the id's artifact and version come from it
/// @param powers what it asks for
record FeatureArchive(CommandBundle bundle, List<String> powers) {
  FeatureArchive(CommandBundle bundle) {
    this(bundle, List.of());
  }

  /// A folder with the feature file and the jar beside it, named as Maven names it.
  Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(bundle.name() + "-" + bundle.version() + ".jar"), bundle.jar());
    Files.writeString(folder.resolve(bundle.name() + ".json"), json(id()));
    return folder;
  }

  /// A zip with the feature file and `bundles/`.
  Path zip(Path zip) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream archive = new ZipOutputStream(out)) {
      put(archive, "feature.json", json(id()).getBytes(StandardCharsets.UTF_8));
      put(
          archive,
          "bundles/org.marquetry." + bundle.name() + "-" + bundle.version() + ".jar",
          bundle.jar());
    }
    return zip;
  }

  /// A folder whose feature names the bundle as another one.
  Path folderAs(Path folder, String id) throws IOException {
    Files.createDirectories(folder);
    String[] parts = id.split(":", -1);
    Files.write(folder.resolve(parts[1] + "-" + parts[2] + ".jar"), bundle.jar());
    Files.writeString(folder.resolve("feature.json"), json(id));
    return folder;
  }

  private String id() {
    return "org.marquetry:" + bundle.name() + ":" + bundle.version();
  }

  private String json(String id) {
    return """
    {"feature-resource-version": "1.0", "id": "%s", "bundles": [{"id": "%s"}],
     "extensions": {"marquetry.requires": {"type": "artifacts", "artifacts": [{"id": "org.marquetry:platform:0.1.0"}]},
                    "marquetry.powers": {"type": "json", "json": {"powers": [%s]}}}}
    """
        .formatted(
            id(), id, powers.stream().map(p -> '"' + p + '"').collect(Collectors.joining(", ")));
  }

  private static void put(ZipOutputStream archive, String name, byte[] content) throws IOException {
    archive.putNextEntry(new ZipEntry(name));
    archive.write(content);
    archive.closeEntry();
  }
}
