package org.marquetry.kit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.marquetry.lib.feature.ArtifactId;

/// `dev`: builds at every save and swaps the extension in the running suite.
public final class Dev extends Tool {
  private static final long LOOK_MILLIS = 50;

  private static final String USAGE =
      """
      Usage: launcher/marquetry dev --extension DIR [--home HOME]

      Watch the sources of an extension, build at every save, and swap it in the running suite; open pages stay open.
      Tests do not run here: mvn package runs them. Ends with Ctrl-C; the last version stays installed.

        --extension DIR  the project, as new-extension makes it
        --home HOME      the home of the running suite (default $MARQUETRY_HOME, else ~/.marquetry)
      """;

  /// Called by the launcher.
  public Dev() {
    super("dev", USAGE);
  }

  @Override
  int run(List<String> given, PrintWriter out) throws IOException, InterruptedException {
    Words words = Words.of(given, List.of("--extension", "--home"));
    Project project = Project.of(Path.of(words.get("--extension")));
    String named = System.getenv("MARQUETRY_HOME");
    Path home =
        words
            .find("--home")
            .map(Path::of)
            .orElseGet(() ->
                named == null
                    ? Path.of(System.getProperty("user.home"), ".marquetry")
                    : Path.of(named));
    try (SuiteDoor door = SuiteDoor.of(home)) {
      while (!Thread.interrupted()) watch(project, door, out);
    }
    return 0;
  }

  /// Go on until the pom changes, which may bring other libraries.
  private static void watch(Project project, SuiteDoor door, PrintWriter out)
      throws IOException, InterruptedException {
    out.println("reading " + project.folder());
    long pom = Files.getLastModifiedTime(project.folder().resolve("pom.xml")).toMillis();
    try (WarmBuild build = new WarmBuild(project, project.classPath())) {
      Map<Path, Long> before = Map.of();
      while (Files.getLastModifiedTime(project.folder().resolve("pom.xml")).toMillis() == pom) {
        Map<Path, Long> now = project.state();
        if (!now.equals(before)) {
          before = now;
          round(project, build, door, out);
        } else {
          TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
      }
    }
  }

  private static void round(Project project, WarmBuild build, SuiteDoor door, PrintWriter out)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    try {
      ArtifactId released = project.bundle();
      ArtifactId bundle =
          new ArtifactId(
              released.group(),
              released.artifact(),
              released.version() + ".dev" + System.currentTimeMillis());
      Path folder = project.made().resolve("feature");
      empty(folder);
      build.jar(bundle, folder);
      Files.writeString(
          folder.resolve("feature.json"),
          versioned(Files.readString(project.featureFile()), bundle.version(), project));
      long built = System.nanoTime();
      door.install(folder);
      out.printf(
          "%s runs: built in %.2f s, swapped in %.2f s%n",
          bundle.version(), seconds(began, built), seconds(built, System.nanoTime()));
    } catch (BuildFailed | ToolException e) {
      out.println("the former version goes on:\n" + e.getMessage());
    }
    out.flush();
  }

  /// The feature file with the bundle and the feature at another version.
  private static String versioned(String feature, String version, Project project)
      throws IOException {
    String text = feature;
    for (ArtifactId id : List.of(project.bundle(), project.feature().id())) {
      text = text.replace("\"" + id + "\"", "\"" + id.key() + ":" + version + "\"");
    }
    return text;
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }

  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path old : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!old.equals(folder)) Files.delete(old);
      }
    }
  }
}
