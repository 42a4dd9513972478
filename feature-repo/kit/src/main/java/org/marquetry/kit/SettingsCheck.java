package org.marquetry.kit;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import org.marquetry.lib.metatype.Attribute;
import org.marquetry.lib.metatype.Definition;
import org.marquetry.lib.metatype.Metatype;

/// Whether a bundle's settings can be set by others, in both languages, and keep their secrets.
final class SettingsCheck {
  private static final String OURS = "org.marquetry.";

  private final BundleJar jar;
  private final Consumer<String> found;

  SettingsCheck(BundleJar jar, Consumer<String> found) {
    this.jar = jar;
    this.found = found;
  }

  void run() throws IOException {
    List<String> documents =
        jar.entries().stream()
            .filter(e -> e.startsWith(Metatype.FOLDER + "/") && e.endsWith(".xml"))
            .toList();
    Set<String> localizations = new TreeSet<>();
    try (JarFile file = new JarFile(jar.file().toFile())) {
      for (String document : documents) {
        try (InputStream in = file.getInputStream(file.getEntry(document))) {
          for (Definition definition : Metatype.read(in)) {
            definition(definition);
            if (definition.name().startsWith("%")) localizations.add(definition.localization());
          }
        }
      }
    }
    for (String localization : localizations) languages(localization);
  }

  private void definition(Definition definition) {
    if (definition.pid().startsWith(OURS)) {
      found.accept(
          definition.pid()
              + " is a name of the suite's own components, which nobody can set; call the component"
              + " otherwise");
    }
    definition.attributes().stream()
        .filter(Attribute::isSecret)
        .filter(a -> !a.id().startsWith("."))
        .forEach(a ->
            found.accept(
                definition.pid()
                    + " has the secret \""
                    + a.id()
                    + "\", which every bundle could read as a property of the service; name its"
                    + " method _"
                    + a.id().replace('.', '_')
                    + "(), so that its key begins with a dot"));
  }

  private void languages(String base) throws IOException {
    String english = base + ".properties";
    String chinese = base + "_zh.properties";
    for (String file : List.of(english, chinese)) {
      if (!jar.entries().contains(file)) {
        found.accept("the settings have texts, but there is no " + file);
        return;
      }
    }
    Set<String> missing = new TreeSet<>(jar.texts(english).stringPropertyNames());
    missing.removeAll(jar.texts(chinese).stringPropertyNames());
    if (!missing.isEmpty()) found.accept(chinese + " lacks " + missing);
  }
}
