package org.marquetry.repo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marquetry.lib.feature.ArtifactId;

/// The jars that the build resolved, by `group:artifact`.
record Jars(Map<String, Jar> byKey) {
  /// A jar with its version.
  record Jar(ArtifactId id, Path file) {}

  private static final Pattern LINE =
      Pattern.compile(
          "^\\s*([^:\\s]+):([^:]+):jar:([^:]+):(?:compile|runtime):(.+?\\.jar)(\\s.*)?$");

  /// Read the output of `dependency:list` with absolute file names.
  static Jars read(Path list) throws IOException {
    Map<String, Jar> jars = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
      Matcher m = LINE.matcher(line.replaceAll("\\u001B\\[[;\\d]*m", ""));
      if (!m.matches()) continue;
      var id = new ArtifactId(m.group(1), m.group(2), m.group(3));
      jars.put(id.key(), new Jar(id, Path.of(m.group(4))));
    }
    return new Jars(jars);
  }

  Jar get(ArtifactId unversioned, Path feature) {
    Jar jar = byKey.get(unversioned.key());
    if (jar == null) {
      throw new IllegalArgumentException(
          feature.getFileName()
              + " names "
              + unversioned.key()
              + ", which is no dependency of feature-repo/pom.xml; add it there");
    }
    return jar;
  }
}
