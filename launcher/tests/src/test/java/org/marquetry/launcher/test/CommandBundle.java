package org.marquetry.launcher.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// A bundle with one component, mostly a command, as bnd would make it.
///
/// @param references interface and target of what its constructor takes
/// @param promised whether the manifest promises the command
/// @param swap what the manifest says of swaps, `live` or `restart`
record CommandBundle(
    String name,
    String version,
    Class<?> command,
    List<String[]> references,
    boolean promised,
    String swap) {
  CommandBundle(String name, String version, Class<?> command, List<String[]> references) {
    this(name, version, command, references, true, "live");
  }

  /// One that only a restart of the suite changes.
  CommandBundle byRestart() {
    return new CommandBundle(name, version, command, references, promised, "restart");
  }

  /// One that only a restart changes, and that does not start.
  CommandBundle broken() {
    String swap = "restart\nBundle-Activator: com.example.Nobody";
    return new CommandBundle(name, version, command, references, promised, swap);
  }

  /// The one interface of the component: a command, or an operation.
  private String service() {
    return command.getInterfaces()[0].getName();
  }

  byte[] jar() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      put(jar, "META-INF/MANIFEST.MF", manifest().getBytes(StandardCharsets.UTF_8));
      put(jar, "OSGI-INF/command.xml", component().getBytes(StandardCharsets.UTF_8));
      String file = command.getName().replace('.', '/') + ".class";
      try (InputStream in = command.getClassLoader().getResourceAsStream(file)) {
        put(jar, file, Objects.requireNonNull(in, file).readAllBytes());
      }
    }
    return bytes.toByteArray();
  }

  private String manifest() {
    return """
    Manifest-Version: 1.0
    Bundle-ManifestVersion: 2
    Bundle-SymbolicName: org.marquetry.%s
    Bundle-Version: %s
    Marquetry-Swap: %s
    Import-Package: org.marquetry.platform.api.command,org.marquetry.platf
     orm.api.progress,org.marquetry.platform.api.gate,org.osgi.framework,o
     rg.marquetry.feature.api,org.marquetry.shop.api,org.marquetry.platfor
     m.api.http,org.marquetry.channel.api;resolution:=optional,org.marquet
     ry.channel.spi;resolution:=optional
    Service-Component: OSGI-INF/command.xml
    %s\
    """
        .formatted(
            name,
            version,
            swap,
            promised ? "Provide-Capability: osgi.service;objectClass=\"" + service() + "\"\n" : "");
  }

  private String component() {
    var xml =
        new StringBuilder(
            "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\""
                + name
                + "\"");
    xml.append(" configuration-pid=\"org.marquetry.").append(name).append('"');
    if (command == EchoCommand.class) xml.append(" activate=\"activate\"");
    if (!references.isEmpty()) xml.append(" init=\"").append(references.size()).append('"');
    xml.append("><property name=\"marquetry.provider\" value=\"").append(name).append("\"/>");
    xml.append("<service><provide interface=\"").append(service()).append("\"/></service>");
    for (int i = 0; i < references.size(); i++) {
      String[] reference = references.get(i);
      xml.append("<reference name=\"r")
          .append(i)
          .append("\" interface=\"")
          .append(reference[0])
          .append('"');
      if (!reference[1].isEmpty()) xml.append(" target=\"").append(reference[1]).append('"');
      xml.append(" parameter=\"").append(i).append("\"/>");
    }
    return xml.append("<implementation class=\"")
        .append(command.getName())
        .append("\"/></scr:component>")
        .toString();
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
