package org.marquetry.channel.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A secret, by a reference to where it stands.
final class Secret {
  private Secret() {}

  /// @param reference `file:PATH` or `env:NAME`
  /// @param folder where a relative path lies
  static String read(String reference, Path folder) {
    if (reference.startsWith("file:")) {
      return file(folder.resolve(reference.substring("file:".length())));
    }
    if (reference.startsWith("env:")) {
      String name = reference.substring("env:".length());
      String value = System.getenv(name);
      if (value == null || value.isEmpty()) {
        throw new IllegalArgumentException(
            "password names the environment variable " + name + ", which is not set");
      }
      return value;
    }
    throw new IllegalArgumentException(
        "password must say where it stands: file:PATH or env:NAME, never the password itself");
  }

  private static String file(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || lines.getFirst().isBlank()) {
        throw new IllegalArgumentException("password names the file " + file + ", which is empty");
      }
      return lines.getFirst().strip();
    } catch (IOException e) {
      throw new UncheckedIOException("password names the file " + file + ", unreadable: " + e, e);
    }
  }
}
