package org.marquetry.kit;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.marquetry.lib.feature.ArtifactId;

/// Builds the bundle of a project in this process: the compiler, its view of the class path and bnd
/// stay warm. As Maven does with the parent that partners have, but for tests.
final class WarmBuild implements AutoCloseable {
  private static final JavaCompiler COMPILER =
      Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, not a JRE, is needed");

  private final Project project;
  private final List<Path> classPath;
  private final StandardJavaFileManager files;

  WarmBuild(Project project, List<Path> classPath) {
    this.project = project;
    this.classPath = classPath;
    this.files = COMPILER.getStandardFileManager(null, Locale.getDefault(), StandardCharsets.UTF_8);
  }

  /// Build a version of the bundle.
  ///
  /// @param folder where the jar is put
  /// @throws BuildFailed if a source or an instruction is wrong
  Path jar(ArtifactId bundle, Path folder) throws IOException, BuildFailed {
    Path classes = project.made().resolve("classes");
    delete(classes);
    compile(Files.createDirectories(classes));
    Path jar = folder.resolve(bundle.artifact() + "-" + bundle.version() + ".jar");
    bundle(bundle, classes, jar);
    return jar;
  }

  private void compile(Path classes) throws IOException, BuildFailed {
    List<Path> sources;
    try (Stream<Path> all = Files.walk(project.sources())) {
      sources = all.filter(f -> f.toString().endsWith(".java")).toList();
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "--release",
            "25",
            "-proc:none",
            "-parameters",
            "-g",
            "-d",
            classes.toString(),
            "-classpath",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    boolean compiled =
        COMPILER
            .getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources))
            .call();
    if (!compiled) {
      throw new BuildFailed(
          said.getDiagnostics().stream()
              .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
              .map(this::line)
              .collect(Collectors.joining("\n")));
    }
  }

  /// File, line, what is wrong, and the line itself.
  private String line(Diagnostic<? extends JavaFileObject> said) {
    if (said.getSource() == null) return said.getMessage(Locale.ENGLISH);
    Path file = Path.of(said.getSource().toUri());
    return project.folder().relativize(file)
        + ":"
        + said.getLineNumber()
        + ": "
        + said.getMessage(Locale.ENGLISH)
        + source(file, said.getLineNumber());
  }

  private static String source(Path file, long line) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(line - 1).findFirst().map(text -> "\n    " + text.strip()).orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private void bundle(ArtifactId bundle, Path classes, Path jar) throws IOException, BuildFailed {
    try (Builder builder = new Builder()) {
      builder.setBase(project.folder().toFile());
      builder.setProperties(instructions(bundle));
      builder.setProperty("Bundle-Version", bundle.version());
      String resources = Files.isDirectory(project.resources()) ? "," + project.resources() : "";
      builder.setProperty("-includeresource.dev", classes + resources);
      builder.setTrace(false);
      for (Path library : classPath) {
        if (!isVaadin(library)) builder.addClasspath(library.toFile());
      }
      Jar made = builder.build();
      if (!builder.getErrors().isEmpty()) {
        throw new BuildFailed(String.join("\n", builder.getErrors()));
      }
      Files.createDirectories(jar.getParent());
      made.write(jar.toFile());
    } catch (BuildFailed | IOException e) {
      throw e;
    } catch (Exception e) { // bnd declares it
      throw new IOException("bnd failed: " + e, e);
    }
  }

  /// The parent states its versions, so that bnd need not read its many jars at every save.
  private static boolean isVaadin(Path library) {
    return library.toString().replace('\\', '/').contains("/com/vaadin/");
  }

  /// Those of the parent, then those of the project.
  private Properties instructions(ArtifactId bundle) throws IOException {
    Properties properties = new Properties();
    properties.load(
        new StringReader(
            ParentPom.instructions()
                .replace("$[project.groupId]", bundle.group())
                .replace("$[project.artifactId]", bundle.artifact())));
    Path own = project.folder().resolve("bnd.bnd");
    if (Files.exists(own)) {
      try (var in = Files.newBufferedReader(own)) {
        properties.load(in);
      }
    }
    return properties;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    List<Path> old = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(old::add);
    }
    for (Path path : old) Files.delete(path);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
