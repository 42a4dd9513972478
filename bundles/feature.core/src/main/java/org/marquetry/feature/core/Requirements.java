package org.marquetry.feature.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.apache.felix.utils.resource.CapabilitySet;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.apache.felix.utils.resource.SimpleFilter;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/// What bundles need of each other, and which of it nobody would give: said as a range and the
/// version that is there, not as a resolver's dump.
///
/// The framework resolves for itself when a change is made; this tells beforehand, and in words.
final class Requirements {
  private final Map<String, List<Capability>> offered = new HashMap<>();

  /// Count on a resource that will be there.
  void offer(Resource resource) {
    for (Capability capability : resource.getCapabilities(null)) {
      offered.computeIfAbsent(capability.getNamespace(), n -> new ArrayList<>()).add(capability);
    }
  }

  /// What a jar offers and needs, from its manifest.
  static Resource read(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      var manifest = file.getManifest();
      if (manifest == null) {
        throw new FeatureException(
            Reason.INVALID,
            new Words(jar + " 没有清单；请用 bnd 构建", jar + " has no manifest; build it with bnd"));
      }
      Map<String, String> headers = new HashMap<>();
      Attributes main = manifest.getMainAttributes();
      main.forEach((k, v) -> headers.put(k.toString(), v.toString()));
      return ResourceBuilder.build(jar.toUri().toString(), headers);
    } catch (IOException | BundleException e) {
      throw new FeatureException(
          Reason.INVALID,
          new Words(
              "无法读取 " + jar + " 的清单（" + e.getMessage() + "）",
              "cannot read the manifest of " + jar + " (" + e.getMessage() + ")"),
          e);
    }
  }

  /// What a bundle needs and nobody offers, each with what to do.
  ///
  /// @param name of the bundle, for people
  List<Words> missing(String name, Resource resource) {
    List<Words> missing = new ArrayList<>();
    for (Requirement requirement : resource.getRequirements(null)) {
      if (isChecked(requirement) && !isMet(requirement)) {
        missing.add(said(name, requirement));
      }
    }
    return missing;
  }

  /// Optional needs and those on services count at run time only: features choose providers, not a
  /// resolver.
  private static boolean isChecked(Requirement requirement) {
    Map<String, String> directives = requirement.getDirectives();
    String effective = directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, "");
    String resolution = directives.getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, "");
    return !resolution.equals(Namespace.RESOLUTION_OPTIONAL)
        && !resolution.equals(PackageNamespace.RESOLUTION_DYNAMIC)
        && (effective.isEmpty() || effective.equals(Namespace.EFFECTIVE_RESOLVE));
  }

  private boolean isMet(Requirement requirement) {
    List<Capability> candidates = offered.getOrDefault(requirement.getNamespace(), List.of());
    String filter = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
    if (filter == null) {
      return !candidates.isEmpty();
    }
    SimpleFilter parsed = SimpleFilter.parse(filter);
    return candidates.stream().anyMatch(c -> CapabilitySet.matches(c, parsed));
  }

  private Words said(String name, Requirement requirement) {
    String namespace = requirement.getNamespace();
    String filter =
        requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    String wanted = Range.name(filter, namespace);
    Words what =
        switch (namespace) {
          case PackageNamespace.PACKAGE_NAMESPACE ->
              new Words("Java 包 " + wanted, "package " + wanted);
          case BundleNamespace.BUNDLE_NAMESPACE -> new Words("部件 " + wanted, "bundle " + wanted);
          default -> new Words(namespace + " " + filter, namespace + " " + filter);
        };
    TreeSet<String> there = new TreeSet<>();
    String attribute = Range.versionAttribute(namespace);
    for (Capability capability : offered.getOrDefault(namespace, List.of())) {
      if (wanted.equals(capability.getAttributes().get(namespace))) {
        there.add(String.valueOf(capability.getAttributes().get(attribute)));
      }
    }
    Range range = Range.of(filter, attribute);
    return new Words(
        name
            + " 需要 "
            + what.zh()
            + range.zh()
            + (there.isEmpty()
                ? "，但正在运行的内容都不提供它；请安装提供它的功能"
                : "；正在运行的是 " + String.join("、", there) + "：请选用为它制作的功能版本"),
        name
            + " needs "
            + what.en()
            + range.en()
            + (there.isEmpty()
                ? ", which nothing that runs has; install the feature that brings it"
                : "; what runs has "
                    + String.join(", ", there)
                    + ": take a version of the feature that is made for it"));
  }
}
