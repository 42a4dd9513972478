package org.marquetry.sandbox.home;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line that starts the made-up shop: this process's own Java, options and launcher.
///
/// @param fresh whether the shop begins anew
record DemoCommand(Path home, int firstPort, boolean fresh) {
  private static final int PORTS = 200;

  List<String> words() throws IOException {
    Path temporary = Files.createDirectories(home.resolve("tmp"));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(DemoCommand::isShared)
        .forEach(words::add);
    words.add("-Djava.io.tmpdir=" + temporary);
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of("org.marquetry.launcher.Main", "demo"));
    words.addAll(List.of("--home", home.toString(), "--port", Integer.toString(freePort())));
    if (!fresh) {
      words.add("--keep");
    }
    return words;
  }

  /// Neither what names this process's own folders nor what a debugger or an agent brought.
  private static boolean isShared(String option) {
    return !option.startsWith("-Djava.io.tmpdir")
        && !option.startsWith("-Dmarquetry.temporary")
        && !option.startsWith("-agentlib")
        && !option.startsWith("-javaagent");
  }

  /// The first port that is free together with the next one.
  private int freePort() throws IOException {
    for (int port = firstPort; port < firstPort + PORTS; port += 2) {
      if (isFree(port) && isFree(port + 1)) {
        return port;
      }
    }
    throw new IOException(
        "no two free ports from " + firstPort + " on; set another one in the configuration");
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
