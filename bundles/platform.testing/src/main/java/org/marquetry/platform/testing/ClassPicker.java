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
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Collects class files of the test's class path, by name: the classes asked for may themselves
/// come from a bundle.
final class ClassPicker {
  private record Pick(Class<?> type, Predicate<String> files) {}

  private final List<Pick> picks = new ArrayList<>();
  private final Set<String> packages = new TreeSet<>();

  void add(Class<?> type) {
    String stem = type.getName().substring(type.getName().lastIndexOf('.') + 1);
    pick(type, file -> file.equals(stem + ".class") || file.startsWith(stem + "$"));
  }

  void addPackageOf(Class<?> type) {
    pick(type, _ -> true);
  }

  private void pick(Class<?> type, Predicate<String> files) {
    picks.add(new Pick(type, files));
    packages.add(type.getPackageName());
  }

  Set<String> packages() {
    return packages;
  }

  Jar jar(String name) throws IOException {
    Jar jar = new Jar(name);
    for (Pick pick : picks) {
      copy(pick, jar);
    }
    return jar;
  }

  private static void copy(Pick pick, Jar jar) throws IOException {
    String folder = pick.type().getPackageName().replace('.', '/');
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
        if (fileName.endsWith(".class") && pick.files().test(fileName)) {
          jar.putResource(
              folder + "/" + fileName, new EmbeddedResource(Files.readAllBytes(file), 0));
        }
      }
    }
  }

  private static URL urlOf(Class<?> type) {
    URL url = ClassLoader.getSystemResource(type.getName().replace('.', '/') + ".class");
    if (url == null) {
      throw new IllegalArgumentException(type.getName() + " is not on the test's class path");
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
