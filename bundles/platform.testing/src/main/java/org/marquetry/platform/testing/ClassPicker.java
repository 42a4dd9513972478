package org.marquetry.platform.testing;

import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Collects class files of the test's class path, by name: the classes asked for may themselves
/// come from a bundle.
final class ClassPicker {
  /// @param type its name; the class itself would hold the bundle that it comes from
  /// @param whole the whole package
  record Pick(String type, boolean whole) {
    String packageName() {
      return type.substring(0, type.lastIndexOf('.'));
    }

    boolean takes(String file) {
      String stem = type.substring(type.lastIndexOf('.') + 1);
      return whole || file.equals(stem + ".class") || file.startsWith(stem + "$");
    }
  }

  private final List<Pick> picks = new ArrayList<>();

  void add(Class<?> type) {
    picks.add(new Pick(type.getName(), false));
  }

  void addPackageOf(Class<?> type) {
    picks.add(new Pick(type.getName(), true));
  }

  List<Pick> picks() {
    return List.copyOf(picks);
  }

  Set<String> packages() {
    return picks.stream().map(Pick::packageName).collect(Collectors.toCollection(TreeSet::new));
  }

  Jar jar(String name) throws IOException {
    Jar jar = new Jar(name);
    for (Pick pick : picks) {
      copy(pick, jar);
    }
    return jar;
  }

  private static void copy(Pick pick, Jar jar) throws IOException {
    String folder = pick.packageName().replace('.', '/');
    URL url = urlOf(pick.type());
    if (url.openConnection() instanceof JarURLConnection inJar) {
      try (FileSystem files = FileSystems.newFileSystem(pathOf(inJar.getJarFileURL()))) {
        copy(files.getPath(folder), folder, pick, jar);
      }
    } else {
      copy(Objects.requireNonNull(pathOf(url).getParent()), folder, pick, jar);
    }
  }

  private static void copy(Path from, String folder, Pick pick, Jar jar) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.sorted().toList()) {
        String fileName = String.valueOf(file.getFileName());
        if (fileName.endsWith(".class") && pick.takes(fileName)) {
          jar.putResource(
              folder + "/" + fileName, new EmbeddedResource(Files.readAllBytes(file), 0));
        }
      }
    }
  }

  private static URL urlOf(String type) {
    URL url = ClassLoader.getSystemResource(type.replace('.', '/') + ".class");
    if (url == null) {
      throw new IllegalArgumentException(type + " is not on the test's class path");
    }
    return url;
  }

  private static Path pathOf(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("cannot read " + url, e);
    }
  }
}
