package org.marquetry.kit;

import aQute.bnd.osgi.Domain;
import aQute.bnd.version.Version;
import aQute.bnd.version.VersionRange;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a suite offers to a bundle: packages with their versions, and which of them are API.
///
/// @param packages by name: each version that is there
/// @param api those that an API bundle exports
record Against(Path folder, Map<String, Set<Version>> packages, Set<String> api) {
  /// What the framework itself exports.
  private static final String FRAMEWORK =
      "org\\.osgi\\.(framework|resource|dto|util\\.tracker|service\\.(condition|url|startlevel|packageadmin))(\\..*)?";

  /// @param folder with bundles, as the folder for partners or a repository of features
  static Against read(Path folder) throws IOException {
    Map<String, Set<Version>> packages = new TreeMap<>();
    Set<String> api = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
        Domain manifest = Domain.domain(file.toFile());
        if (manifest == null || manifest.getBundleSymbolicName() == null) continue;
        boolean isApi = manifest.getBundleSymbolicName().getKey().endsWith(".api");
        manifest
            .getExportPackage()
            .forEach((name, attributes) -> {
              packages
                  .computeIfAbsent(name, _ -> new TreeSet<>())
                  .add(Version.parseVersion(attributes.getVersion()));
              if (isApi) api.add(name);
            });
      }
    }
    if (packages.isEmpty()) throw ToolException.failure(folder + " holds no bundle");
    for (var module : ModuleFinder.ofSystem().findAll()) {
      module.descriptor().exports().stream()
          .filter(e -> !e.isQualified())
          .map(Exports::source)
          .forEach(
              name -> packages.computeIfAbsent(name, _ -> new TreeSet<>()).add(Version.LOWEST));
    }
    return new Against(folder, packages, api);
  }

  boolean has(String name, VersionRange range) {
    return name.matches(FRAMEWORK)
        || packages.getOrDefault(name, Set.of()).stream().anyMatch(range::includes);
  }

  /// The versions that are there, for people.
  String versions(String name) {
    return packages.getOrDefault(name, Set.of()).stream()
        .map(Version::toString)
        .collect(Collectors.joining(", "));
  }
}
