package org.marquetry.ui.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A partner's place of work: a folder outside the project, Maven, the API jars, the real command
/// line.
record Workshop(Path scratch) {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final long MAVEN_SECONDS = 240;

  /// Write the project that a page shows, with the folder of API jars in the place that it names.
  void follow(Guide guide, String project) throws IOException {
    guide.writeFiles(scratch);
    Path partner = scratch.resolve("api");
    if (!Files.exists(partner)) {
      copy(ROOT.resolve("feature-repo/target/partner"), partner);
    }
    edit(scratch.resolve(project).resolve("pom.xml"), "FOLDER_OF_STEP_1", partner.toString());
  }

  /// Run Maven with the libraries that this build has fetched but none of our own modules: ours
  /// come from the folder for partners, or not at all.
  String maven(String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + libraries(scratch.resolve("m2"))));
    return run(MAVEN_SECONDS, words);
  }

  /// A local repository that shows another one's libraries, without `org.marquetry`.
  private static Path libraries(Path made) throws IOException {
    if (Files.exists(made)) {
      return made;
    }
    Path real = Path.of(System.getProperty("marquetry.maven.repository"));
    Files.createDirectories(made.resolve("org"));
    for (String group : new String[] {"", "org"}) {
      try (Stream<Path> all = Files.list(real.resolve(group))) {
        for (Path folder : all.filter(Files::isDirectory).toList()) {
          Path link = made.resolve(real.relativize(folder));
          if (!link.endsWith("org") && !link.endsWith("org/marquetry"))
            Files.createSymbolicLink(link, folder);
        }
      }
    }
    return made;
  }

  /// Run a command of the page against the home; its first word is the script.
  String asked(Path home, String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", home.toString()));
    return launcher(all.toArray(String[]::new));
  }

  String launcher(String... words) throws Exception {
    return run(60, command(Arrays.copyOfRange(words, 1, words.length)));
  }

  static List<String> command(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dmarquetry.repository=" + ROOT.resolve("feature-repo/target/repository"),
                "-jar",
                ROOT.resolve("launcher/target/launcher.jar").toString()));
    command.addAll(List.of(words));
    return command;
  }

  private String run(long seconds, List<String> command) throws Exception {
    return run(seconds, 0, command);
  }

  String run(long seconds, int expected, List<String> command) throws Exception {
    Path log = Files.createTempFile(scratch, "run", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Whatever it starts lives for seconds: the second compiler would cost more than it brings.
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    Process process = builder.start();
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) process.destroyForcibly().waitFor();
    String said = Files.readString(log);
    assertTrue(ended, "still running after " + seconds + " s: " + said);
    assertEquals(expected, process.exitValue(), said);
    return said;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
    }
  }

  /// Change a file; it must hold what is replaced.
  static void edit(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(what), file + " has no " + what);
    Files.writeString(file, text.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(by)));
  }
}
