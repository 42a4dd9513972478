package org.marquetry.repo;

import aQute.bnd.osgi.repository.XMLResourceGenerator;
import aQute.bnd.osgi.resource.ResourceBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import org.osgi.resource.Resource;

/// The OSGi repository index of the bundles.
final class Index {
  private Index() {}

  /// Write the index as bytes: URLs relative to the repository, SHA-256 of each bundle, no time
  /// stamp.
  static byte[] of(Collection<Jars.Jar> jars, Path repository) throws IOException {
    var xml = new XMLResourceGenerator().name("marquetry").increment(0).indent(2);
    for (Jars.Jar jar : jars) xml.resource(resource(jar, repository));
    var out = new ByteArrayOutputStream();
    xml.save(out);
    return out.toByteArray();
  }

  private static Resource resource(Jars.Jar jar, Path repository) throws IOException {
    String name = jar.id().fileName();
    var builder = new ResourceBuilder();
    try {
      builder.addFile(
          repository.resolve("bundles").resolve(name).toFile(), URI.create("bundles/" + name));
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // what bnd declares
      throw new IOException("cannot index " + name, e);
    }
    return builder.build();
  }
}
