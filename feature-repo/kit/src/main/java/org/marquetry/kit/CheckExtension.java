package org.marquetry.kit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.feature.ArtifactId;
import org.marquetry.lib.feature.FeatureArchive;
import org.marquetry.lib.feature.FeatureException;
import org.marquetry.lib.feature.GivenFeature;

/// `check-extension`: whether others can install an extension, and what they would get.
public final class CheckExtension extends Tool {
  private static final int STARTS = 100;

  private static final String USAGE =
      """
      Usage: launcher/marquetry check-extension FILE [--against FOLDER] [--starts N]

      Check an extension: whether its imports resolve and are API, texts in both languages, licence, powers against what
      the code uses, the suite of its extension point, and 100 starts and stops in a suite of its own that leave nothing.

        FILE              the project's folder, its feature file with the jars beside it or in target/, or the .zip that
                          a suite takes (which does not tell whether the suite of its extension point passed)
        --against FOLDER  bundles of another version of the suite, as feature-repo/target/partner; nothing is started then
        --starts N        how often it is started and stopped (default 100; 0: not at all)
      """;

  /// Called by the launcher.
  public CheckExtension() {
    super("check-extension", USAGE);
  }

  @Override
  int run(List<String> given, PrintWriter out) throws IOException {
    Words words = Words.of(given, List.of("--against", "--starts"));
    if (words.operands().size() != 1) throw ToolException.usage("say which: FILE");
    Path file = Path.of(words.operands().getFirst()).toAbsolutePath().normalize();
    Path repository = partner().resolveSibling("repository");
    Optional<Path> against = words.find("--against").map(Path::of);
    int starts = starts(words, against.isPresent());
    Path api = against.orElse(repository.resolve("bundles"));
    if (!file.toString().endsWith(".zip")) {
      return report(checked(extension(file), api, true), starts, repository, out);
    }
    Path folder = Files.createTempDirectory("check-extension");
    try {
      FeatureArchive.unpack(file, folder);
      return report(checked(extension(folder), api, false), starts, repository, out);
    } catch (FeatureException e) {
      throw ToolException.failure(String.valueOf(e.getMessage()));
    } finally {
      Endurance.delete(folder);
    }
  }

  /// An extension and what is wrong with it.
  private record Checked(GivenFeature extension, List<Finding> findings) {}

  /// @param tested whether its test reports are there
  private static Checked checked(GivenFeature extension, Path api, boolean tested)
      throws IOException {
    List<BundleJar> jars = new ArrayList<>();
    for (Path jar : extension.jars().values()) jars.add(BundleJar.read(jar));
    Path folder = extension.file().toAbsolutePath().resolveSibling("");
    Checks checks = new Checks(extension.feature(), Against.read(api));
    return new Checked(
        extension, checks.findings(jars, tested ? Optional.of(folder) : Optional.empty()));
  }

  private static int report(Checked checked, int starts, Path repository, PrintWriter out)
      throws IOException {
    List<Finding> findings = new ArrayList<>(checked.findings);
    if (findings.stream().noneMatch(f -> f.check().equals("resolves")) && starts > 0) {
      List<Path> jars = List.copyOf(checked.extension.jars().values());
      findings.addAll(new Endurance(repository).findings(jars, starts));
    }
    findings.forEach(out::println);
    ArtifactId id = checked.extension.feature().id();
    out.println(
        findings.isEmpty()
            ? id + " is good" + (starts > 0 ? ", after " + starts + " starts" : "")
            : findings.size() + " findings in " + id);
    return findings.isEmpty() ? 0 : 1;
  }

  private static GivenFeature extension(Path file) throws IOException {
    try {
      return GivenFeature.of(file, file);
    } catch (FeatureException e) {
      throw ToolException.failure(e.getMessage() + "; build it first: mvn package");
    }
  }

  private static int starts(Words words, boolean against) {
    try {
      return words.find("--starts").map(Integer::parseInt).orElse(against ? 0 : STARTS);
    } catch (NumberFormatException e) {
      throw ToolException.usage("--starts is a number");
    }
  }
}
