package org.marquetry.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.marquetry.lib.feature.ArtifactId;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureReader;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;

/// The project of an extension, as `new-extension` makes it: one bundle, one feature.
record Project(Path folder) {
  private static final long MAVEN_SECONDS = 300;

  /// @throws ToolException if it is none
  static Project of(Path folder) {
    Project project = new Project(folder.toAbsolutePath().normalize());
    for (String file : List.of("pom.xml", "feature.json", "src/main/java")) {
      if (!Files.exists(project.folder.resolve(file))) {
        throw ToolException.usage(
            project.folder + " is no extension: it has no " + file + "; new-extension makes one");
      }
    }
    return project;
  }

  Path featureFile() {
    return folder.resolve("feature.json");
  }

  Path sources() {
    return folder.resolve("src/main/java");
  }

  Path resources() {
    return folder.resolve("src/main/resources");
  }

  /// Where what is built meanwhile stands; `mvn clean` takes it away.
  Path made() {
    return folder.resolve("target/dev");
  }

  Feature feature() throws IOException {
    try {
      return FeatureReader.read(Json.parse(featureFile()));
    } catch (JsonException e) {
      throw ToolException.failure(featureFile() + ": " + e.getMessage());
    }
  }

  /// The one bundle of the project.
  ArtifactId bundle() throws IOException {
    return feature().bundles().getFirst().id();
  }

  /// When each file was written last, of all that a build reads.
  Map<Path, Long> state() {
    Map<Path, Long> times = new TreeMap<>();
    List<Path> read =
        List.of(folder.resolve("src/main"), featureFile(), folder.resolve("bnd.bnd"), pom());
    for (Path place : read) {
      if (!Files.exists(place)) continue;
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          times.put(file, Files.getLastModifiedTime(file).toMillis());
        }
      } catch (IOException | UncheckedIOException e) {
        // an editor replaces a file just now; the next look sees the new one
        times.put(place, -1L);
      }
    }
    return times;
  }

  private Path pom() {
    return folder.resolve("pom.xml");
  }

  /// The jars that the project compiles with, as Maven resolves them; asked again only when the pom
  /// is newer.
  List<Path> classPath() throws IOException, InterruptedException {
    Path list = made().resolve("class-path");
    if (!Files.exists(list)
        || Files.getLastModifiedTime(list).compareTo(Files.getLastModifiedTime(pom())) < 0) {
      Files.createDirectories(made());
      maven(
          "dependency:build-classpath", "-Dmdep.includeScope=compile", "-Dmdep.outputFile=" + list);
    }
    return Stream.of(Files.readString(list).strip().split(java.io.File.pathSeparator, -1))
        .filter(jar -> !jar.isEmpty())
        .map(Path::of)
        .toList();
  }

  private void maven(String... words) throws IOException, InterruptedException {
    Path log = made().resolve("maven.log");
    List<String> command =
        Stream.concat(
                Stream.of("mvn", "-B", "-ntp", "-q", "-f", pom().toString()), Stream.of(words))
            .toList();
    Process maven =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!maven.waitFor(MAVEN_SECONDS, TimeUnit.SECONDS)) {
      maven.destroyForcibly();
      throw ToolException.failure("Maven takes too long; its output is in " + log);
    }
    if (maven.exitValue() != 0) {
      throw ToolException.failure("Maven failed:\n" + Files.readString(log));
    }
  }
}
