package org.marquetry.kit;

import aQute.bnd.header.Attrs;
import aQute.bnd.osgi.Domain;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/// What is read from the jar of a bundle, without running it.
///
/// @param entries names of all its files
/// @param references classes that its code names, and methods as `class.method`, with dots
record BundleJar(Path file, Domain manifest, Set<String> entries, Set<String> references) {
  static BundleJar read(Path file) throws IOException {
    Set<String> entries = new TreeSet<>();
    Set<String> references = new TreeSet<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(e -> (ZipEntry) e)::iterator) {
        if (entry.isDirectory()) continue;
        entries.add(entry.getName());
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            references(in.readAllBytes(), references);
          }
        }
      }
      if (jar.getManifest() == null) throw ToolException.failure(file + " has no manifest");
      return new BundleJar(file, Domain.domain(jar.getManifest()), entries, references);
    }
  }

  private static void references(byte[] classFile, Set<String> found) {
    for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
      switch (entry) {
        case ClassEntry type -> found.add(dotted(type.asInternalName()));
        case MemberRefEntry member ->
            found.add(dotted(member.owner().asInternalName()) + "." + member.name().stringValue());
        default -> {}
      }
    }
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  String name() {
    return manifest.getBundleSymbolicName().getKey();
  }

  Map<String, Attrs> imports() {
    Map<String, Attrs> imports = new TreeMap<>();
    manifest.getImportPackage().forEach(imports::put);
    return imports;
  }

  /// Interfaces under which it registers services.
  Set<String> services() {
    Set<String> services = new TreeSet<>();
    manifest
        .getProvideCapability()
        .forEach((namespace, attributes) -> {
          if (namespace.startsWith("osgi.service")) {
            services.addAll(List.of(String.valueOf(attributes.get("objectClass")).split(",", -1)));
          }
        });
    return services;
  }

  Properties texts(String entry) throws IOException {
    Properties texts = new Properties();
    try (JarFile jar = new JarFile(file.toFile());
        InputStream in = jar.getInputStream(jar.getEntry(entry))) {
      texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
    }
    return texts;
  }
}
