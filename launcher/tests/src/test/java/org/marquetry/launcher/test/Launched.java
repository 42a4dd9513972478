package org.marquetry.launcher.test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// One process of the launcher jar, with its output in files.
final class Launched implements AutoCloseable {
  /// The checkout these tests belong to.
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  static final Path REPOSITORY = ROOT.resolve("feature-repo/target/repository");
  private static final long PATIENCE_SECONDS = 60;
  private static final Path ARCHIVES = Path.of("target").toAbsolutePath();

  private final Process process;
  private final Path out;
  private final Path err;

  private Launched(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /// Start `java -jar launcher.jar`.
  static Launched jar(
      Path scratch, Path repository, Map<String, String> environment, String... words)
      throws IOException {
    return jar(false, scratch, repository, environment, words);
  }

  /// Start the suite, to run until it is ended.
  static Launched suite(Path scratch, String... words) throws IOException {
    return jar(true, scratch, REPOSITORY, Map.of(), words);
  }

  /// Reading classes costs more than most commands do, so they are read from an archive. The JVM
  /// writes it, unless it is there, when the first command ends, or the first suite that runs.
  ///
  /// @param runs not only until something is found to be wrong
  private static Launched jar(
      boolean runs, Path scratch, Path repository, Map<String, String> environment, String... words)
      throws IOException {
    boolean suite =
        !repository.equals(REPOSITORY)
            || (Set.of("run", "demo").contains(words[0])
                && !Set.of("stop", "remove").contains(words[1]));
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:SharedArchiveFile=" + ARCHIVES.resolve(suite ? "suite.jsa" : "command.jsa"),
                "-Xlog:disable", // of an archive that is not there
                "-XX:TieredStopAtLevel=1", // they live for seconds
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dmarquetry.repository=" + repository,
                "-Duser.home=" + scratch,
                "-Djava.io.tmpdir=" + scratch));
    if (runs || !suite) command.add("-XX:+AutoCreateSharedArchive");
    command.addAll(List.of("-jar", ROOT.resolve("launcher/target/launcher.jar").toString()));
    command.addAll(List.of(words));
    return start(scratch, environment, command);
  }

  /// Start the script, without its build.
  static Launched script(Path scratch, Map<String, String> environment, String... words)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of(ROOT.resolve("launcher/marquetry").toString(), "--no-build"));
    command.addAll(List.of(words));
    return start(scratch, environment, command);
  }

  private static Launched start(Path scratch, Map<String, String> environment, List<String> command)
      throws IOException {
    Path out = Files.createTempFile(scratch, "launched", ".out");
    Path err = Files.createTempFile(scratch, "launched", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.redirectInput(new File("/dev/null")).directory(scratch.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MARQUETRY_"));
    builder.environment().putAll(environment);
    return new Launched(builder.start(), out, err);
  }

  /// Wait for the end and return the exit code.
  int exitCode() throws InterruptedException, IOException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
      throw new AssertionError("still running: " + err());
    return process.exitValue();
  }

  /// Wait until standard error says something.
  void untilErr(Predicate<String> said) throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!said.test(err())) {
      if (!process.isAlive() || System.nanoTime() > end)
        throw new AssertionError("never said: " + err());
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  /// Send SIGTERM (`TERM`) or Ctrl-C (`INT`).
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  /// Standard error without the JVM's own line about the vector module.
  String err() throws IOException {
    return Files.readString(err).replaceAll("WARNING: Using incubator modules.*\\R", "");
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
