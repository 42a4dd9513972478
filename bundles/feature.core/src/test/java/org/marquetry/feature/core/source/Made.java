package org.marquetry.feature.core.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.marquetry.lib.feature.Publication;
import org.marquetry.lib.feature.SigningKey;

/// Features made for tests: one bundle each, or none.
final class Made {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private Made() {}

  /// A folder with a feature `com.example:NAME` of one bundle, as a developer has it.
  static Path feature(Path scratch, String name, String version, String... needs)
      throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("given-" + name + "-" + version));
    var needed = new StringBuilder();
    for (String need : needs) {
      needed
          .append(needed.isEmpty() ? "" : ", ")
          .append("{\"id\": \"com.example:" + need + ":1\"}");
    }
    Files.writeString(
        folder.resolve("feature.json"),
        """
        {"id": "com.example:%1$s:%2$s", "name": "The %1$s", "license": "Apache-2.0",
         "bundles": [{"id": "com.example:%1$s:%2$s"}],
         "extensions": {
           "marquetry.requires": {"artifacts": [%3$s]},
           "marquetry.powers": {"json": {"powers": ["views.add"]}}}}
        """
            .formatted(name, version, needed));
    jar(folder.resolve(name + "-" + version + ".jar"), "com.example." + name, version);
    return folder;
  }

  static void jar(Path file, String symbolicName, String content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
      jar.write(
          ("Manifest-Version: 1.0\nBundle-SymbolicName: " + symbolicName + "\n")
              .getBytes(StandardCharsets.UTF_8));
      jar.putNextEntry(new JarEntry("content"));
      jar.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Publish a feature.
  static void publish(Path scratch, Path repository, SigningKey key, String name, String version)
      throws IOException {
    Publication.publish(feature(scratch, name, version), repository, key, NOW);
  }
}
