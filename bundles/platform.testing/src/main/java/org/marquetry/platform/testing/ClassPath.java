package org.marquetry.platform.testing;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;

/// The bundles on the class path of the running test, by symbolic name.
record ClassPath(Map<String, Entry> entries) {
  private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

  /// What the test shares with the framework: it must be one class inside and outside.
  private static final Set<String> SHARED =
      Set.of(
          "junit-jupiter-api",
          "junit-jupiter-params",
          "junit-platform-commons",
          "org.opentest4j",
          "org.apiguardian.api",
          "org.marquetry.platform.testing",
          "org.marquetry.sandbox.testing");

  private static final String LOGGING = "slf4j.api";

  /// It stays what it is as long as the process lives, and reading it opens every jar.
  private static final ClassPath CURRENT = read();

  /// One bundle.
  ///
  /// @param exports its `Export-Package` header, empty if it has none
  record Entry(Path file, String exports) {
    /// Return a location that the framework can install from.
    String location() {
      return (Files.isDirectory(file) ? "reference:" : "") + file.toUri();
    }

    /// Return a copy of the bundle, byte for byte but for its version.
    byte[] withVersion(String version) {
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      try (JarFile jar = new JarFile(file.toFile())) {
        Manifest manifest = jar.getManifest();
        manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
        try (JarOutputStream out = new JarOutputStream(copy, manifest)) {
          for (JarEntry entry : Collections.list(jar.entries())) {
            if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
              out.putNextEntry(new JarEntry(entry.getName()));
              jar.getInputStream(entry).transferTo(out);
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot copy " + file, e);
      }
      return copy.toByteArray();
    }
  }

  static ClassPath current() {
    return CURRENT;
  }

  private static ClassPath read() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Path file : files()) {
      manifest(file)
          .map(Manifest::getMainAttributes)
          .filter(main -> main.getValue(Constants.BUNDLE_SYMBOLICNAME) != null)
          .ifPresent(main ->
              entries.putIfAbsent(
                  nameIn(main.getValue(Constants.BUNDLE_SYMBOLICNAME)),
                  new Entry(
                      file,
                      Objects.requireNonNullElse(main.getValue(Constants.EXPORT_PACKAGE), ""))));
    }
    return new ClassPath(entries);
  }

  private static List<Path> files() {
    return SEPARATOR.splitAsStream(System.getProperty("java.class.path")).map(Path::of).toList();
  }

  /// Return a bundle.
  ///
  /// @throws IllegalArgumentException if the class path has none of this name
  Entry bundle(String symbolicName) {
    Entry entry = entries.get(symbolicName);
    if (entry == null) {
      throw new IllegalArgumentException(
          "no bundle "
              + symbolicName
              + " on the class path; add its module as a test dependency and build with 'verify'"
              + " (a module that is only compiled has no manifest yet). There are: "
              + entries.keySet());
    }
    return entry;
  }

  /// Return the packages that a test shares with a suite, which has its own log, as a value of
  /// `org.osgi.framework.system.packages.extra`.
  String testPackages() {
    return packages(SHARED::contains);
  }

  /// Return the packages that a test shares with a bare framework.
  String sharedPackages() {
    return packages(name -> SHARED.contains(name) || name.equals(LOGGING));
  }

  private String packages(Predicate<String> bundles) {
    Parameters shared = new Parameters();
    entries.forEach((name, entry) -> {
      if (bundles.test(name)) {
        OSGiHeader.parseHeader(entry.exports())
            .forEach((pack, attributes) -> shared.put(pack, versionOnly(attributes)));
      }
    });
    return shared.toString();
  }

  /// Return the files of our own bundles, which tell bnd the versions of their packages.
  Set<Path> ours() {
    return entries.entrySet().stream()
        .filter(e -> e.getKey().startsWith("org.marquetry."))
        .map(e -> e.getValue().file())
        .collect(Collectors.toSet());
  }

  private static Attrs versionOnly(Attrs attributes) {
    Attrs kept = new Attrs();
    Optional.ofNullable(attributes.getVersion()).ifPresent(v -> kept.put("version", v));
    return kept;
  }

  private static String nameIn(String header) {
    return Arrays.asList(header.split(";")).getFirst().strip();
  }

  private static Optional<Manifest> manifest(Path file) {
    try {
      return Optional.ofNullable(Files.isDirectory(file) ? ofFolder(file) : ofJar(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the manifest of " + file, e);
    }
  }

  private static @Nullable Manifest ofFolder(Path folder) throws IOException {
    Path manifest = folder.resolve(JarFile.MANIFEST_NAME);
    if (!Files.exists(manifest)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(manifest)) {
      return new Manifest(in);
    }
  }

  private static @Nullable Manifest ofJar(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.getManifest();
    }
  }
}
