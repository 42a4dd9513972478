package org.marquetry.privacy.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.marquetry.privacy.api.Declaration;

/// Compares what lies in the data folder with what stores have declared.
final class Coverage {
  /// Folders of the platform in which no customer stands, and why.
  private static final Map<String, String> NO_CUSTOMERS =
      Map.of(
          "data/access", "users of the suite, who are no customers of the shop",
          "data/clock", "one moment: where the clock of a sample shop stands",
          "data/features", "bundles that were installed into the home",
          "data/jobs", "arguments and results of jobs carry no personal data, by their contract",
          "data/links", "the key that signs unsubscribe links",
          "data/pictures", "products only",
          "data/privacy", "one number",
          "data/search", "products only",
          "data/recommend", "what was learned of products",
          "data/sql",
              "users, settings, schedules; a bundle that keeps customers there declares it");

  private final Path home;

  Coverage(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  /// Files and folders right below the data folder that are nobody's, and places of stores that do
  /// not run; relative to the home.
  ///
  /// @param remembered places where stores ever kept files
  List<String> undeclared(List<Declaration> declarations, List<String> remembered) {
    List<Path> known = new ArrayList<>(places(declarations));
    NO_CUSTOMERS.keySet().forEach(p -> known.add(home.resolve(p)));
    Stream<Path> orphans = remembered.stream().map(p -> home.resolve(p).normalize());
    return Stream.concat(dataFolder().stream(), orphans.filter(Files::exists))
        .filter(c -> known.stream().noneMatch(k -> c.startsWith(k) || k.startsWith(c)))
        .map(c -> (c.startsWith(home) ? home.relativize(c) : c).toString().replace('\\', '/'))
        .distinct()
        .sorted()
        .toList();
  }

  private List<Path> dataFolder() {
    Path data = home.resolve("data");
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(data)) {
      return children.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(data + " cannot be listed: " + e.getMessage(), e);
    }
  }

  /// What is searched in the end: the data folder, and what stores keep elsewhere.
  List<Path> searched(List<Declaration> declarations) {
    TreeSet<Path> all = new TreeSet<>(places(declarations));
    all.add(home.resolve("data"));
    return all.stream()
        .filter(p -> all.stream().noneMatch(other -> !other.equals(p) && p.startsWith(other)))
        .filter(Files::exists)
        .toList();
  }

  private List<Path> places(List<Declaration> declarations) {
    return declarations.stream()
        .flatMap(d -> d.places().stream())
        .map(p -> home.resolve(p).normalize())
        .toList();
  }
}
