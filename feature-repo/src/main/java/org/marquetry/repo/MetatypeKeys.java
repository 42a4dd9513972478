package org.marquetry.repo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.marquetry.lib.metatype.Attribute;
import org.marquetry.lib.metatype.Definition;
import org.marquetry.lib.metatype.Metatype;

/// Every configuration key of our bundles, from the metatype data that bnd made of
/// `@ObjectClassDefinition`.
final class MetatypeKeys {
  private MetatypeKeys() {}

  /// Return PID -> `title`, `description`, `factory`, `keys`, ready to be written.
  static Map<String, Object> of(Collection<Jars.Jar> jars) throws IOException {
    Map<String, Object> groups = new TreeMap<>();
    for (Jars.Jar jar : jars) {
      if (!jar.id().group().equals("org.marquetry")) continue;
      try (JarFile file = new JarFile(jar.file().toFile())) {
        for (JarEntry entry :
            file.stream()
                .filter(e -> e.getName().matches(Metatype.FOLDER + "/[^/]+\\.xml"))
                .toList()) {
          try (InputStream in = file.getInputStream(entry)) {
            Metatype.read(in).forEach(d -> groups.put(d.pid(), group(d)));
          } catch (IOException e) {
            throw new IOException("cannot read " + entry.getName() + " of " + jar.id(), e);
          }
        }
      }
    }
    return groups;
  }

  private static Map<String, Object> group(Definition definition) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("title", definition.name());
    if (!definition.description().isEmpty()) group.put("description", definition.description());
    if (definition.factory()) group.put("factory", true);
    Map<String, Object> keys = new LinkedHashMap<>();
    definition.attributes().forEach(a -> keys.put(a.id(), key(a)));
    group.put("keys", keys);
    return group;
  }

  private static Map<String, Object> key(Attribute attribute) {
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("type", attribute.type());
    put(key, "name", Optional.of(attribute.name()).filter(t -> !t.isEmpty()));
    put(key, "description", Optional.of(attribute.description()).filter(t -> !t.isEmpty()));
    put(key, "default", attribute.usual());
    put(key, "min", attribute.min());
    put(key, "max", attribute.max());
    if (attribute.isMany()) key.put("many", true);
    List<String> options = attribute.options().stream().map(Attribute.Option::value).toList();
    if (!options.isEmpty()) key.put("options", options);
    return key;
  }

  private static void put(Map<String, Object> key, String name, Optional<String> text) {
    text.ifPresent(t -> key.put(name, t));
  }
}
