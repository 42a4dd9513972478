package org.marquetry.repo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Builds `target/partner`: a Maven repository of the API bundles, with sources, of the synthetic
/// shop for tests, and of the parent of a partner's project. Nothing else of ours is in it: a
/// bundle that builds with it uses API only.
final class PartnerRepository {
  private static final List<String> LIBRARIES =
      List.of(
          "com.vaadin:vaadin-core",
          "org.jspecify:jspecify",
          "org.osgi:org.osgi.service.component.annotations",
          "org.osgi:org.osgi.service.metatype.annotations",
          "org.osgi:osgi.annotation",
          "org.slf4j:slf4j-api");

  /// Those that tests bring, where an annotation of OSGi would bring an older one.
  private static final List<String> OF_TESTS =
      List.of("org.osgi:org.osgi.util.function", "org.osgi:org.osgi.util.promise");

  /// The synthetic shop and the suites of the extension points, which only tests may see.
  static final List<String> TESTING =
      List.of("platform.testing", "sandbox.core", "sandbox.testing", "tck");

  /// What others hold inside.
  private static final Pattern INSIDE =
      Pattern.compile("org\\.marquetry:(lib\\..*|platform\\.net)");

  private static final String KIT = "kit";

  /// The commands for partners.
  static final List<String> TOOLS = List.of(KIT);

  /// What the kit needs to run, by group and artifact.
  private static final List<String> OF_THE_KIT =
      List.of(
          "org.marquetry:kit",
          "org.marquetry:lib.feature",
          "org.marquetry:lib.json",
          "org.marquetry:lib.metatype",
          "org.marquetry:lib.suggestion",
          "org.marquetry:platform.testing",
          "org.apache.felix:org.apache.felix.(framework|scr|configadmin)",
          "biz.aQute.bnd:.*",
          "org.osgi:.*",
          "org.junit.jupiter:junit-jupiter-api",
          "org.slf4j:slf4j-(api|nop)");

  private static final String JUNIT = "org.junit.jupiter";
  private static final String SUREFIRE = "org.apache.maven.plugins:maven-surefire-plugin";
  private static final List<String> PLUGINS =
      List.of(
          "org.apache.maven.plugins:maven-compiler-plugin",
          "org.apache.maven.plugins:maven-dependency-plugin",
          "org.apache.maven.plugins:maven-jar-plugin",
          "org.apache.maven.plugins:maven-resources-plugin",
          SUREFIRE);
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final Path root;
  private final Path folder;
  private final String version;
  private final Pom versions;

  /// @param root of the checkout
  PartnerRepository(Path root, Path folder, String version) throws IOException {
    this.root = root;
    this.folder = folder;
    this.version = version;
    try (InputStream in = Files.newInputStream(root.resolve("cnf/pom.xml"))) {
      this.versions = Pom.read(in);
    }
  }

  void build(Jars jars) throws IOException {
    deleteOld();
    List<Jars.Jar> apis =
        jars.byKey().values().stream()
            .filter(
                j -> j.id().group().equals("org.marquetry") && j.id().artifact().endsWith(".api"))
            .toList();
    for (Jars.Jar api : apis) publish(api);
    for (String testing : TESTING) publish(jar(jars, testing));
    parent(apis);
    templates();
    kit(jars);
    try (InputStream in = PartnerRepository.class.getResourceAsStream("README.md")) {
      Files.copy(Objects.requireNonNull(in, "README.md"), folder.resolve("README.md"));
    }
  }

  /// What `new-extension` fills.
  private void templates() throws IOException {
    Path from = root.resolve("feature-repo/extension");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve("extension").resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  /// Where the commands for partners are, one jar a line: they run on this machine.
  private void kit(Jars jars) throws IOException {
    List<String> files =
        jars.byKey().entrySet().stream()
            .filter(jar -> OF_THE_KIT.stream().anyMatch(jar.getKey()::matches))
            .map(jar -> jar.getValue().file().toString())
            .toList();
    text(folder.resolveSibling(KIT + ".txt"), String.join("\n", files) + "\n");
  }

  private static Jars.Jar jar(Jars jars, String artifact) {
    Jars.Jar jar = jars.byKey().get("org.marquetry:" + artifact);
    return Objects.requireNonNull(jar, artifact + " is no dependency of feature-repo/pom.xml");
  }

  /// Put a jar there with its sources and with those of its dependencies that are there too; what a
  /// bundle holds inside is left out.
  private void publish(Jars.Jar module) throws IOException {
    String name = module.id().artifact();
    Path base = place(name);
    Files.copy(module.file(), base.resolve(name + "-" + version + ".jar"));
    try (JarFile jar = new JarFile(module.file().toFile());
        InputStream in =
            jar.getInputStream(jar.getEntry("META-INF/maven/org.marquetry/" + name + "/pom.xml"))) {
      var pom = new StringBuilder(head(name, "jar")).append("  <dependencies>\n");
      for (Pom.Artifact needed : Pom.read(in).artifacts()) {
        if (!INSIDE.matcher(needed.key()).matches()) pom.append(dependency(needed, ""));
      }
      text(
          base.resolve(name + "-" + version + ".pom"),
          pom.append("  </dependencies>\n</project>\n"));
    }
    Path sources = root.resolve(parent(name)).resolve(name + "/src/main/java");
    Files.write(base.resolve(name + "-" + version + "-sources.jar"), zip(sources));
  }

  /// The folder that a module stands in.
  private static String parent(String module) {
    return switch (module) {
      case "ui.api" -> "ui";
      case "tck" -> "feature-repo";
      default -> "bundles";
    };
  }

  /// The parent: versions, compiler and bnd as the suite's own bundles have them.
  private void parent(List<Jars.Jar> apis) throws IOException {
    var pom = new StringBuilder(head("partner", "pom"));
    pom.append(
        """
          <properties>
            <maven.compiler.release>25</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
          </properties>
          <dependencyManagement>
            <dependencies>
        """);
    for (Jars.Jar api : apis)
      pom.append(
          dependency(new Pom.Artifact("org.marquetry", api.id().artifact(), ""), "provided"));
    for (String library : LIBRARIES) pom.append(dependency(library, "provided"));
    for (String library : OF_TESTS) pom.append(dependency(library, ""));
    for (String testing : List.of("sandbox.testing", "tck")) {
      pom.append(dependency(new Pom.Artifact("org.marquetry", testing, ""), "test"));
    }
    pom.append(dependency(new Pom.Artifact(JUNIT, "junit-jupiter", ""), "test"));
    pom.append(
        "    </dependencies>\n  </dependencyManagement>\n  <build>\n    <pluginManagement>\n      <plugins>\n");
    for (String plugin : PLUGINS) {
      String[] parts = plugin.split(":", 2);
      pom.append(
          "        <plugin><groupId>"
              + parts[0]
              + "</groupId><artifactId>"
              + parts[1]
              + "</artifactId><version>"
              + known(plugin)
              + "</version></plugin>\n");
    }
    pom.append(
        """
              </plugins>
            </pluginManagement>
            <plugins>
              <plugin>
                <groupId>biz.aQute.bnd</groupId><artifactId>bnd-maven-plugin</artifactId><version>%s</version>
                <extensions>true</extensions>
                <executions><execution><id>jar</id><goals><goal>jar</goal></goals></execution></executions>
                <configuration>
                  <bnd><![CDATA[
                    Bundle-SymbolicName: $[project.groupId].$[project.artifactId]
                    Import-Package: org.jspecify.annotations*;resolution:=optional,com.vaadin.*;version="[%s,%d)",*
                    Marquetry-Swap: live
                    -noimportjava: true
                    -snapshot: SNAPSHOT
                    -reproducible: true
                    -fixupmessages.unused: "Unused Import-Package instructions*";is:=ignore
                  ]]></bnd>
                </configuration>
              </plugin>
              <!-- Tests in a whole suite, which takes the jar: classes named *IT, by mvn verify. -->
              <plugin>
                <groupId>org.apache.maven.plugins</groupId><artifactId>maven-failsafe-plugin</artifactId><version>%s</version>
                <executions><execution><goals><goal>integration-test</goal><goal>verify</goal></goals></execution></executions>
                <configuration>
                  <argLine>-XX:TieredStopAtLevel=1 -XX:+UseSerialGC --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow</argLine>
                  <systemPropertyVariables>
                    <marquetry.repository>${marquetry.repository}</marquetry.repository>
                    <marquetry.extension>${project.build.directory}/${project.build.finalName}.jar</marquetry.extension>
                  </systemPropertyVariables>
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """
            .formatted(
                known("biz.aQute.bnd:bnd-maven-plugin"),
                vaadin(),
                vaadin() + 1,
                known(SUREFIRE))); // both come from one project
    text(place("partner").resolve("partner-" + version + ".pom"), pom);
  }

  private int vaadin() {
    return Integer.parseInt(known("com.vaadin:vaadin-core").split("\\.", 2)[0]);
  }

  private String head(String artifact, String packaging) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>org.marquetry</groupId><artifactId>%s</artifactId><version>%s</version><packaging>%s</packaging>
    """
        .formatted(artifact, version, packaging);
  }

  private String dependency(String key, String scope) {
    String[] parts = key.split(":", 2);
    return dependency(new Pom.Artifact(parts[0], parts[1], ""), scope);
  }

  private String dependency(Pom.Artifact needed, String scope) {
    return "    <dependency><groupId>"
        + needed.group()
        + "</groupId><artifactId>"
        + needed.artifact()
        + "</artifactId><version>"
        + (needed.group().equals("org.marquetry") ? version : known(needed.key()))
        + "</version>"
        + (scope.isEmpty() ? "" : "<scope>" + scope + "</scope>")
        + "</dependency>\n";
  }

  private String known(String key) {
    if (key.startsWith(JUNIT + ":")) return known("org.junit:junit-bom");
    return versions
        .version(key)
        .orElseThrow(() -> new IllegalArgumentException("cnf/pom.xml has no version of " + key));
  }

  private Path place(String artifact) throws IOException {
    return Files.createDirectories(folder.resolve("org/marquetry/" + artifact + "/" + version));
  }

  private static void text(Path file, CharSequence text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static byte[] zip(Path sources) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        ZipEntry entry = new ZipEntry(sources.relativize(file).toString().replace('\\', '/'));
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
      }
    }
    return bytes.toByteArray();
  }

  private void deleteOld() throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> old = Files.walk(folder)) {
      for (Path path : old.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}
