package org.marquetry.launcher.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The built repository plus one feature `echo`, whose bundle holds [EchoCommand].
final class EchoRepository {
  private EchoRepository() {}

  /// Make it.
  ///
  /// @param lacking an interface that the component needs and nobody offers; empty: none
  static Path in(Path scratch, String lacking) throws IOException {
    Path repository = Files.createDirectories(scratch.resolve("repository"));
    for (String folder : new String[] {"bundles", "features"}) {
      Files.createDirectories(repository.resolve(folder));
      try (Stream<Path> files = Files.list(Launched.REPOSITORY.resolve(folder))) {
        for (Path file : files.toList())
          Files.copy(file, repository.resolve(folder).resolve(file.getFileName()));
      }
    }
    Files.copy(Launched.REPOSITORY.resolve("index.xml"), repository.resolve("index.xml"));
    Files.writeString(
        repository.resolve("features/echo-0.1.0.json"),
        """
        {"feature-resource-version": "1.0", "id": "org.marquetry:echo:0.1.0",
         "bundles": [{"id": "org.marquetry:echo:0.1.0"}],
         "extensions": {
           "marquetry.requires": {"type": "artifacts", "artifacts": [{"id": "org.marquetry:platform:0.1.0"}]},
           "marquetry.commands": {"type": "json", "json": {"echo": {"summary": "print the arguments"}}}}}
        """);
    Files.write(repository.resolve("bundles/org.marquetry.echo-0.1.0.jar"), bundle(lacking));
    Files.writeString(
        repository.resolve("configuration.json"),
        """
        {"org.marquetry.echo": {"keys": {"loudness": {"type": "Integer", "min": "1", "max": "11"}, "voice": {"type": "String"}}}}
        """);
    return repository;
  }

  private static byte[] bundle(String lacking) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      put(
          jar,
          "META-INF/MANIFEST.MF",
          """
          Manifest-Version: 1.0
          Bundle-ManifestVersion: 2
          Bundle-SymbolicName: org.marquetry.echo
          Bundle-Version: 0.1.0
          Import-Package: org.marquetry.platform.api.command,org.marquetry.platform.api.progress
          Service-Component: OSGI-INF/echo.xml
          """
              .getBytes(StandardCharsets.UTF_8));
      String reference =
          lacking.isEmpty() ? "" : "<reference name=\"lacking\" interface=\"" + lacking + "\"/>";
      put(
          jar,
          "OSGI-INF/echo.xml",
          ("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\""
                  + " name=\"echo\"><property name=\"marquetry.provider\""
                  + " value=\"echo\"/><service><provide"
                  + " interface=\"org.marquetry.platform.api.command.Command\"/></service>"
                  + reference
                  + "<implementation class=\""
                  + EchoCommand.class.getName()
                  + "\"/></scr:component>")
              .getBytes(StandardCharsets.UTF_8));
      String name = EchoCommand.class.getName().replace('.', '/') + ".class";
      try (InputStream in = EchoRepository.class.getClassLoader().getResourceAsStream(name)) {
        put(jar, name, Objects.requireNonNull(in, name).readAllBytes());
      }
    }
    return bytes.toByteArray();
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
