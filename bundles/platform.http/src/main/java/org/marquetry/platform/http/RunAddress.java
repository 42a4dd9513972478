package org.marquetry.platform.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// `run/address` in the home: where the command line finds the suite. Gone at a clean stop.
record RunAddress(Path file) {
  /// Write the address that this machine reaches the port by.
  static RunAddress write(Path home, String host, int port) throws IOException {
    Path file = Files.createDirectories(home.resolve("run")).resolve("address");
    Path fresh = file.resolveSibling("address.new");
    Files.writeString(fresh, url(host, port) + "\n");
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new RunAddress(file);
  }

  static String url(String host, int port) {
    String reached =
        switch (host) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::" -> "[::1]";
          default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    return "http://" + reached + ":" + port;
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
