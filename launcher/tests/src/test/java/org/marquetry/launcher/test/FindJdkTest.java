package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine without a JDK 25: the usual places are hidden in a mount namespace of the process.
class FindJdkTest {
  private static final String HIDDEN =
      "for d in /usr/lib/jvm /opt/java; do [ -d $d ] && mount -t tmpfs tmpfs $d; done; exec \"$@\"";

  @TempDir Path scratch;

  @Test
  void anOldJdkIsNamedAndWhatToInstall() throws Exception {
    Path old = jdk("jdk17", "17.0.1");
    Result none = find(Map.of("JAVA_HOME", old.toString(), "HOME", scratch.toString()));
    assertEquals(3, none.code, none.said);
    assertTrue(none.said.contains("needs a JDK 25 and found " + old + " (17.0.1)"), none.said);
    assertTrue(none.said.contains("apt-get install openjdk-25-jdk"), none.said);
  }

  @Test
  void withoutAnyTheMessageSaysWhatToInstall() throws Exception {
    Result none = find(Map.of("HOME", scratch.toString()));
    assertEquals(3, none.code, none.said);
    assertTrue(none.said.contains("needs a JDK 25 and found none"), none.said);
  }

  @Test
  void theOneOnThePathIsTaken() throws Exception {
    Path jdk = jdk("jdk25", "25.0.1");
    String path = jdk.resolve("bin") + ":/usr/bin:/bin";
    Result found = find(Map.of("HOME", scratch + "/nobody", "PATH", path));
    assertEquals(0, found.code, found.said);
    assertEquals(jdk + "\n", found.said);
  }

  private Path jdk(String name, String version) throws IOException {
    Path bin = Files.createDirectories(scratch.resolve(name).resolve("bin"));
    for (String tool : new String[] {"java", "javac"}) {
      Path file = Files.writeString(bin.resolve(tool), "#!/bin/sh\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(
        scratch.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return scratch.resolve(name);
  }

  private record Result(int code, String said) {}

  private Result find(Map<String, String> environment) throws Exception {
    List<String> hide = List.of("unshare", "-m", "sh", "-c", HIDDEN, "sh");
    assumeTrue(
        run(Map.of(), concat(hide, "true")).code == 0,
        "this machine does not let the test hide its JDKs");
    return run(environment, concat(hide, Launched.ROOT.resolve("cnf/find-jdk").toString()));
  }

  private static List<String> concat(List<String> words, String last) {
    return java.util.stream.Stream.concat(words.stream(), java.util.stream.Stream.of(last))
        .toList();
  }

  private Result run(Map<String, String> environment, List<String> command) throws Exception {
    Path log = Files.createTempFile(scratch, "find", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "MARQUETRY_JDK"));
    builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      return new Result(process.exitValue(), Files.readString(log));
    } catch (IOException absent) {
      return new Result(-1, absent.toString());
    }
  }
}
