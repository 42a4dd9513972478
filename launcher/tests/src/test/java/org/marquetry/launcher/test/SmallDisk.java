package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A file system of a few megabytes, mounted for a test. Only root may mount; elsewhere the test is
/// skipped and says so.
record SmallDisk(Path folder) implements AutoCloseable {
  static SmallDisk mount(Path folder, String size) throws IOException {
    Files.createDirectories(folder);
    if (run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) != 0)
      abort("this machine does not let the test mount a small disk");
    return new SmallDisk(folder);
  }

  /// Take space away.
  Path fill(int kilobytes) throws IOException {
    return Files.write(folder.resolve("filler"), new byte[kilobytes << 10]);
  }

  private static int run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    if (run("umount", folder.toString()) != 0) run("umount", "-l", folder.toString());
  }
}
