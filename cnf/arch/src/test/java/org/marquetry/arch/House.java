package org.marquetry.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The bundles of this tree and their compiled classes. A bundle's folder name is its root package
/// under `org.marquetry.`, so the bundle of a class follows from its name.
final class House {
  private static final String ROOT = "org.marquetry.";
  private static final List<String> BESIDE = List.of("spi", "truth");

  private final Path top;
  private final List<String> bundles;

  House(Path top) {
    this.top = top;
    try (Stream<Path> modules = Stream.of("bundles", "ui").flatMap(f -> children(top.resolve(f)))) {
      bundles =
          modules
              .filter(m -> Files.exists(m.resolve("pom.xml")))
              .map(m -> m.getFileName().toString())
              .sorted(Comparator.comparingInt(String::length).reversed())
              .toList();
    }
  }

  static House here() {
    return new House(
        Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .normalize()
            .getParent()
            .getParent());
  }

  /// Names of all bundles, longest first.
  List<String> bundles() {
    return bundles;
  }

  /// The compiled main classes of all bundles.
  JavaClasses classes() {
    List<Path> folders =
        Stream.of("bundles", "ui")
            .flatMap(f -> children(top.resolve(f)))
            .map(m -> m.resolve("target/classes"))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter().importPaths(folders);
  }

  /// Main sources of all bundles.
  List<Path> sources() {
    return Stream.of("bundles", "ui")
        .flatMap(f -> children(top.resolve(f)))
        .map(m -> m.resolve("src/main/java"))
        .filter(Files::isDirectory)
        .flatMap(House::files)
        .filter(f -> f.toString().endsWith(".java"))
        .toList();
  }

  /// Migrations of all bundles.
  List<Path> migrations() {
    return Stream.of("bundles", "ui")
        .flatMap(f -> children(top.resolve(f)))
        .map(m -> m.resolve("src/main/resources"))
        .filter(Files::isDirectory)
        .flatMap(House::files)
        .filter(f -> f.getFileName().toString().matches("\\d{4}-.+\\.sql"))
        .toList();
  }

  Path top() {
    return top;
  }

  /// The bundle that a class of ours belongs to; empty for a class from elsewhere.
  Optional<String> bundleOf(JavaClass c) {
    return bundleOf(c.getPackageName());
  }

  Optional<String> bundleOf(String packageName) {
    if (!packageName.startsWith(ROOT)) {
      return Optional.empty();
    }
    String inside = packageName.substring(ROOT.length());
    return bundles.stream()
        .filter(b -> holds(b, inside) || BESIDE.stream().anyMatch(p -> holds(beside(b, p), inside)))
        .findFirst();
  }

  private static boolean holds(String root, String inside) {
    return inside.equals(root) || inside.startsWith(root + ".");
  }

  /// An API bundle holds what we implement (`x.api`), what partners implement (`x.spi`), and the
  /// sandbox what few may see (`x.truth`).
  private static String beside(String bundle, String name) {
    return isApi(bundle) ? bundle.substring(0, bundle.length() - "api".length()) + name : bundle;
  }

  static boolean isApi(String bundle) {
    return bundle.endsWith(".api");
  }

  private static Stream<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> s = Files.list(folder)) {
      return s.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> s = Files.walk(folder)) {
      return s.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
