package org.marquetry.feature.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;

/// A service that a bundle's component descriptions promise.
///
/// @param service full name of the interface
/// @param provider name as in `Provider`
record Promise(String service, String provider) {
  /// What the components of a jar give under a provider's name.
  static Set<Promise> of(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      var manifest = file.getManifest();
      String header =
          manifest == null ? null : manifest.getMainAttributes().getValue("Service-Component");
      Set<Promise> promises = new HashSet<>();
      for (String entry : header == null ? new String[0] : header.split("\\s*,\\s*", -1)) {
        var description = file.getEntry(entry.strip());
        if (description != null) {
          try (InputStream in = file.getInputStream(description)) {
            promises.addAll(read(in));
          }
        }
      }
      return promises;
    } catch (IOException | XMLStreamException e) {
      throw new FeatureException(
          Reason.INVALID, "cannot read the components of " + jar + " (" + e.getMessage() + ")", e);
    }
  }

  private static List<Promise> read(InputStream in) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    List<Promise> promises = new ArrayList<>();
    List<String> services = new ArrayList<>();
    String provider = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "provide" -> services.add(xml.getAttributeValue(null, "interface"));
          case "property" -> {
            if ("marquetry.provider".equals(xml.getAttributeValue(null, "name"))) {
              provider = String.valueOf(xml.getAttributeValue(null, "value"));
            }
          }
          default -> {
            // of no matter here
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT
          && xml.getLocalName().equals("component")) {
        for (String service : services) {
          if (!provider.isEmpty()) {
            promises.add(new Promise(service, provider));
          }
        }
        services.clear();
        provider = "";
      }
    }
    return promises;
  }
}
