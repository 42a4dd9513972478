package org.marquetry.platform.testing;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/// A small bundle made of classes of the test, by bnd: imports, component descriptions and
/// capabilities are those that a build would give it.
public final class TestBundle {
  /// What was built before: the class path stays as it is, and most tests of a class ask for the
  /// same.
  private static final Map<Recipe, byte[]> BUILT = new ConcurrentHashMap<>();

  /// All that a build depends on.
  private record Recipe(
      String name,
      String version,
      boolean exported,
      List<ClassPicker.Pick> content,
      Set<String> imports,
      Map<String, String> headers) {}

  private final BundleContext context;
  private final ClassPath classPath;
  private final String name;
  private final ClassPicker content = new ClassPicker();
  private final Set<String> imports = new TreeSet<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String version = "1.0.0";
  private boolean exported;

  TestBundle(BundleContext context, ClassPath classPath, String name) {
    this.context = context;
    this.classPath = classPath;
    this.name = name;
  }

  /// Give it another version than 1.0.0.
  public TestBundle version(String value) {
    version = value;
    return this;
  }

  /// Put classes in, with the classes nested in them. Those that are components become components.
  public TestBundle with(Class<?>... classes) {
    for (Class<?> type : classes) {
      content.add(type);
    }
    return this;
  }

  /// Put the whole packages of some classes in.
  public TestBundle withPackagesOf(Class<?>... classes) {
    for (Class<?> type : classes) {
      content.addPackageOf(type);
    }
    return this;
  }

  /// Import the package of a class that no class inside uses.
  public TestBundle importing(Class<?> type) {
    imports.add(type.getPackageName());
    return this;
  }

  /// Set a manifest header or a bnd instruction.
  public TestBundle header(String key, String value) {
    headers.put(key, value);
    return this;
  }

  /// Export the packages of its classes instead of keeping them private.
  public TestBundle exported() {
    exported = true;
    return this;
  }

  /// Build and install it. It is not started.
  ///
  /// @throws IllegalStateException if it cannot be built or installed
  public Bundle install() {
    try {
      return context.installBundle("test:" + name + "-" + version, new ByteArrayInputStream(jar()));
    } catch (BundleException e) {
      throw new IllegalStateException("cannot install " + name + " " + version, e);
    }
  }

  /// Build, install and start it.
  ///
  /// @throws IllegalStateException if it cannot be built, installed or started
  public Bundle start() {
    Bundle bundle = install();
    try {
      bundle.start();
    } catch (BundleException e) {
      throw new IllegalStateException("cannot start " + name + " " + version, e);
    }
    return bundle;
  }

  private byte[] jar() {
    Recipe recipe =
        new Recipe(
            name, version, exported, content.picks(), Set.copyOf(imports), Map.copyOf(headers));
    return BUILT.computeIfAbsent(recipe, _ -> build());
  }

  private byte[] build() {
    try (Builder builder = new Builder();
        Jar classes = content.jar(name)) {
      builder.addClasspath(classes);
      for (Path ours : classPath.ours()) {
        builder.addClasspath(ours.toFile());
      }
      builder.setProperty("Bundle-SymbolicName", name);
      builder.setProperty("Bundle-Version", version);
      builder.setProperty("Import-Package", importRule());
      builder.setProperty("-noimportjava", "true");
      if (content.packages().isEmpty()) {
        builder.setProperty("-resourceonly", "true");
      } else {
        builder.setProperty(
            exported ? "Export-Package" : "Private-Package", String.join(",", content.packages()));
      }
      headers.forEach(builder::setProperty);
      return bytes(builder);
    } catch (Exception e) { // declared by bnd
      throw new IllegalStateException("cannot build " + name + " " + version, e);
    }
  }

  private String importRule() {
    String rule = "org.jspecify.annotations*;resolution:=optional,*";
    return imports.isEmpty() ? rule : String.join(",", imports) + "," + rule;
  }

  private static byte[] bytes(Builder builder) throws Exception {
    Jar jar = builder.build();
    if (!builder.getErrors().isEmpty()) {
      throw new IllegalStateException(String.join("; ", builder.getErrors()));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    jar.write(out);
    return out.toByteArray();
  }
}
