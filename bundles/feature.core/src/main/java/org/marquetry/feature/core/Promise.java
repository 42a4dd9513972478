package org.marquetry.feature.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
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
import org.jspecify.annotations.Nullable;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;

/// A service that a bundle's component descriptions promise.
///
/// @param service full name of the interface
/// @param provider name as in `Provider`; of a service without one, as pages are, the component's
///   simple name
record Promise(String service, String provider) {
  private static final String HEADER = "Service-Component";

  /// Where the files of a bundle are; null: there is none of this name.
  @FunctionalInterface
  private interface Files {
    @Nullable InputStream open(String name) throws IOException;
  }

  /// What the components of a jar give.
  static Set<Promise> of(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      var manifest = file.getManifest();
      return of(
          manifest == null ? null : manifest.getMainAttributes().getValue(HEADER),
          name -> {
            var entry = file.getEntry(name);
            return entry == null ? null : file.getInputStream(entry);
          });
    } catch (IOException | XMLStreamException e) {
      throw broken(jar.toString(), e);
    }
  }

  /// The same of a bundle that is installed.
  static Set<Promise> of(Bundle bundle) {
    try {
      return of(
          bundle.getHeaders("").get(HEADER),
          name -> {
            URL entry = bundle.getEntry(name);
            return entry == null ? null : entry.openStream();
          });
    } catch (IOException | XMLStreamException e) {
      throw broken(Probe.name(bundle), e);
    }
  }

  private static Set<Promise> of(@Nullable String header, Files files)
      throws IOException, XMLStreamException {
    Set<Promise> promises = new HashSet<>();
    for (String name : header == null ? new String[0] : header.split(",", -1)) {
      try (InputStream in = files.open(name.strip())) {
        if (in != null) {
          promises.addAll(read(in));
        }
      }
    }
    return promises;
  }

  private static FeatureException broken(String what, Exception e) {
    return new FeatureException(
        Reason.INVALID,
        new Words(
            "无法读取 " + what + " 的组件（" + e.getMessage() + "）",
            "cannot read the components of " + what + " (" + e.getMessage() + ")"),
        e);
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
          case "component" -> {
            String name = String.valueOf(xml.getAttributeValue(null, "name"));
            provider = name.substring(name.lastIndexOf('.') + 1);
          }
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
          promises.add(new Promise(service, provider));
        }
        services.clear();
      }
    }
    return promises;
  }
}
