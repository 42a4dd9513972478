package org.marquetry.kit;

import aQute.bnd.header.Attrs;
import aQute.bnd.version.Version;
import aQute.bnd.version.VersionRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.Power;

/// What can be said of an extension without running it.
final class Checks {
  private static final String OURS = "org.marquetry.";
  private static final String NO_LICENCE = "no licence";

  /// The suite of each extension point, and one of its tests.
  private static final Map<String, List<String>> SUITES =
      Map.of(
          "org.marquetry.channel.spi.Channel",
          List.of("ChannelContract", "differentMessagesHaveDifferentIds"),
          "org.marquetry.profile.spi.TraitSource",
          List.of("TraitSourceContract", "valuesStandInTheOrderOfTheCustomers"),
          "org.marquetry.recommend.spi.Trainer",
          List.of("TrainerContract", "theSameSeedGivesTheSameModel"));

  private final Feature feature;
  private final Against against;
  private final List<Finding> findings = new ArrayList<>();

  Checks(Feature feature, Against against) {
    this.feature = feature;
    this.against = against;
  }

  /// Everything that is wrong with the feature and its bundles.
  ///
  /// @param project its test reports tell about suites
  List<Finding> findings(List<BundleJar> jars, Optional<Path> project) throws IOException {
    licence(jars);
    powers(jars);
    for (BundleJar jar : jars) {
      imports(jar, jars);
      strings(jar);
      new SettingsCheck(jar, text -> found("settings", text)).run();
      if (project.isPresent()) suites(jar, project.get());
    }
    return List.copyOf(findings);
  }

  private void found(String check, String text) {
    findings.add(new Finding(check, text));
  }

  private void licence(List<BundleJar> jars) {
    if (feature.licence().isBlank()) {
      found("licence", NO_LICENCE + " in feature.json; say \"license\" as SPDX names it");
    }
    for (BundleJar jar : jars) {
      String licence = jar.manifest().get("Bundle-License");
      if (licence == null || licence.isBlank()) {
        found("licence", NO_LICENCE + " in " + jar.name() + "; say Bundle-License in bnd.bnd");
      }
    }
  }

  private void powers(List<BundleJar> jars) {
    Set<String> references = new TreeSet<>();
    jars.forEach(jar -> references.addAll(jar.references()));
    for (Power power : Power.values()) {
      Optional<String> sign = PowerUse.sign(power, references);
      boolean asked = feature.powers().all().contains(power);
      if (sign.isPresent() && !asked) {
        found(
            "powers",
            "uses " + sign.get() + " but does not ask for \"" + power.id() + "\" in feature.json");
      }
      if (sign.isEmpty() && asked) {
        found("powers", "asks for \"" + power.id() + "\" but nothing in it uses that");
      }
    }
  }

  private void imports(BundleJar jar, List<BundleJar> all) {
    if (!jar.manifest().getRequireBundle().isEmpty()
        || !jar.manifest().getDynamicImportPackage().isEmpty()) {
      found("api", jar.name() + " requires bundles or imports at run time; import packages only");
    }
    jar.entries().stream()
        .filter(entry -> entry.startsWith(OURS.replace('.', '/')) && entry.endsWith(".class"))
        .findFirst()
        .ifPresent(entry -> found("api", jar.name() + " contains a class of Marquetry: " + entry));
    jar.imports()
        .forEach((name, attributes) -> {
          if (!isExported(name, all)) importing(jar, name, attributes);
        });
  }

  private static boolean isExported(String name, List<BundleJar> all) {
    return all.stream().anyMatch(jar -> jar.manifest().getExportPackage().containsKey(name));
  }

  private void importing(BundleJar jar, String name, Attrs attributes) {
    boolean optional = "optional".equals(attributes.get("resolution:"));
    VersionRange range =
        new VersionRange(attributes.getVersion() == null ? "0" : attributes.getVersion());
    if (name.startsWith(OURS) && !against.api().contains(name)) {
      found(
          "api",
          jar.name() + " uses " + name + ", which is no API; use what " + OURS + "*.api has");
    } else if (!optional && !against.has(name, range)) {
      String there = against.versions(name);
      found(
          "resolves",
          jar.name()
              + " needs "
              + name
              + " "
              + range
              + (there.isEmpty() ? ", which nothing has" : ", which is there in " + there));
    } else if (name.startsWith(OURS) && isOneMinor(range)) {
      found(
          "api",
          jar.name()
              + " implements a type of "
              + name
              + " that only the suite implements: it would fit "
              + range
              + " alone");
    }
  }

  private static boolean isOneMinor(VersionRange range) {
    Version low = range.getLow();
    return range.isRange() && range.getHigh().compareTo(new Version(low.getMajor() + 1, 0, 0)) < 0;
  }

  private void strings(BundleJar jar) throws IOException {
    for (String english :
        jar.entries().stream().filter(e -> e.endsWith("texts_en.properties")).toList()) {
      String chinese = english.replace("texts_en.", "texts_zh.");
      if (!jar.entries().contains(chinese)) {
        found("strings", jar.name() + " has " + english + " but no " + chinese);
        continue;
      }
      same(jar, english, chinese);
    }
    for (String chinese :
        jar.entries().stream().filter(e -> e.endsWith("texts_zh.properties")).toList()) {
      String english = chinese.replace("texts_zh.", "texts_en.");
      if (!jar.entries().contains(english)) {
        found("strings", jar.name() + " has " + chinese + " but no " + english);
      }
    }
  }

  private void same(BundleJar jar, String english, String chinese) throws IOException {
    Properties en = jar.texts(english);
    Properties zh = jar.texts(chinese);
    Set<String> missing = new TreeSet<>(en.stringPropertyNames());
    missing.removeAll(zh.stringPropertyNames());
    Set<String> more = new TreeSet<>(zh.stringPropertyNames());
    more.removeAll(en.stringPropertyNames());
    if (!missing.isEmpty()) found("strings", chinese + " lacks " + missing);
    if (!more.isEmpty()) found("strings", english + " lacks " + more);
    boolean isChinese =
        zh.values().stream()
            .anyMatch(t -> t.toString().codePoints().anyMatch(Character::isIdeographic));
    if (!isChinese && !zh.isEmpty()) found("strings", chinese + " holds no Chinese");
  }

  private void suites(BundleJar jar, Path folder) throws IOException {
    for (String service : jar.services()) {
      List<String> suite = SUITES.get(service);
      if (suite == null || isPassed(suite.getLast(), folder)) continue;
      found(
          "contract",
          jar.name()
              + " provides "
              + service
              + ", but no test of the project passed org.marquetry.tck."
              + suite.getFirst()
              + "; extend it and run mvn package");
    }
  }

  private static boolean isPassed(String test, Path folder) throws IOException {
    Path reports = folder.resolve("target/surefire-reports");
    if (!Files.isDirectory(reports)) return false;
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
        String report = Files.readString(file);
        if (report.contains("name=\"" + test + "\"")
            && !report.contains("<failure")
            && !report.contains("<error")) return true;
      }
    }
    return false;
  }
}
