package org.marquetry.baseline;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Compares an API with the released one, package by package.
final class Comparison {
  private Comparison() {}

  static List<Breach> breaches(ApiNode released, ApiNode now) throws Exception {
    List<Breach> breaches = new ArrayList<>();
    for (ApiNode old : released.children()) {
      Optional<ApiNode> same =
          now.children().stream().filter(p -> p.name().equals(old.name())).findFirst();
      if (same.isEmpty()) {
        breaches.add(
            new Breach(
                old.name(), version(old).toString(), "gone", "kept", List.of("package removed")));
      } else if (version(old).getMajor() > 0) {
        compared(old, same.get()).ifPresent(breaches::add);
      }
    }
    return breaches;
  }

  private static Optional<Breach> compared(ApiNode old, ApiNode now) throws Exception {
    Diff diff = now.tree().diff(old.tree());
    Version was = version(old);
    Version is = version(now);
    Version needed = needed(was, diff.getDelta());
    List<String> undeprecated = new ArrayList<>();
    if (is.getMajor() > was.getMajor()) undeprecated(diff, "", false, undeprecated);
    if (!undeprecated.isEmpty()) {
      return Optional.of(
          new Breach(old.name(), was.toString(), is.toString(), "deprecated first", undeprecated));
    }
    if (is.compareTo(needed) >= 0) return Optional.empty();
    List<String> changes = new ArrayList<>();
    changes(diff, "", changes, diff.getDelta());
    return Optional.of(
        new Breach(old.name(), was.toString(), is.toString(), needed.toString(), changes));
  }

  private static Version needed(Version was, Delta delta) {
    return switch (delta) {
      case MAJOR -> new Version(was.getMajor() + 1, 0, 0);
      case MINOR -> new Version(was.getMajor(), was.getMinor() + 1, 0);
      default -> was;
    };
  }

  private static Version version(ApiNode apiPackage) {
    return Version.parseVersion(apiPackage.only(Type.VERSION).orElse("0"));
  }

  /// Types and members that went and were not deprecated in the release.
  private static void undeprecated(Diff diff, String path, boolean old, List<String> found) {
    for (Diff child : diff.getChildren()) {
      if (!isNamed(child.getType()) || child.getOlder() == null) continue;
      boolean deprecated = old || child.getOlder().get("deprecated") != null;
      if (child.getDelta() == Delta.REMOVED) {
        if (!deprecated) found.add(words(child, path));
      } else {
        undeprecated(child, path(child, path), deprecated, found);
      }
    }
  }

  private static boolean isNamed(Type type) {
    return switch (type) {
      case CLASS, INTERFACE, ANNOTATION, ENUM, METHOD, FIELD -> true;
      default -> false;
    };
  }

  /// The changes that ask for as much as all of them together.
  private static void changes(Diff diff, String path, List<String> found, Delta worst) {
    for (Diff child : diff.getChildren()) {
      Delta delta = asked(child);
      if (delta.compareTo(worst) != 0) continue;
      boolean leaf = child.getDelta() == Delta.ADDED || child.getDelta() == Delta.REMOVED;
      if (leaf) {
        found.add(words(child, path));
      } else {
        changes(child, path(child, path), found, worst);
      }
    }
  }

  private static Delta asked(Diff diff) {
    return switch (diff.getDelta()) {
      case ADDED -> diff.getNewer().ifAdded();
      case REMOVED -> diff.getOlder().ifRemoved();
      default -> diff.getDelta();
    };
  }

  private static String words(Diff diff, String path) {
    return diff.getType().name().toLowerCase(Locale.ROOT)
        + " "
        + diff.getDelta().name().toLowerCase(Locale.ROOT)
        + ": "
        + path(diff, path);
  }

  private static String path(Diff diff, String path) {
    String name = diff.getName();
    boolean type = isNamed(diff.getType()) && path.isEmpty();
    return path.isEmpty()
        ? (type ? name.substring(name.lastIndexOf('.') + 1) : name)
        : path + " " + name;
  }
}
