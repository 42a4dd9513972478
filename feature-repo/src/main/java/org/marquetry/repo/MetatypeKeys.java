package org.marquetry.repo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

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
                .filter(e -> e.getName().matches("OSGI-INF/metatype/[^/]+\\.xml"))
                .toList()) {
          try (InputStream in = file.getInputStream(entry)) {
            read(in, groups);
          } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("cannot read " + entry.getName() + " of " + jar.id(), e);
          }
        }
      }
    }
    return groups;
  }

  private static void read(InputStream in, Map<String, Object> groups)
      throws IOException, SAXException, ParserConfigurationException {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = factory.newDocumentBuilder().parse(in);
    Map<String, Element> classes = new TreeMap<>();
    elements(document.getDocumentElement(), "OCD")
        .forEach(ocd -> classes.put(ocd.getAttribute("id"), ocd));
    for (Element designate : elements(document.getDocumentElement(), "Designate")) {
      boolean several = designate.hasAttribute("factoryPid");
      Element ocd = classes.get(elements(designate, "Object").getFirst().getAttribute("ocdref"));
      if (ocd == null) continue;
      Map<String, Object> group = new LinkedHashMap<>();
      group.put("title", ocd.getAttribute("name"));
      if (ocd.hasAttribute("description"))
        group.put("description", ocd.getAttribute("description"));
      if (several) group.put("factory", true);
      Map<String, Object> keys = new LinkedHashMap<>();
      elements(ocd, "AD").forEach(ad -> keys.put(ad.getAttribute("id"), key(ad)));
      group.put("keys", keys);
      groups.put(designate.getAttribute(several ? "factoryPid" : "pid"), group);
    }
  }

  private static Map<String, Object> key(Element ad) {
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("type", ad.getAttribute("type"));
    for (String name : List.of("name", "description", "default", "min", "max")) {
      if (ad.hasAttribute(name) && !ad.getAttribute(name).isEmpty())
        key.put(name, ad.getAttribute(name));
    }
    if (ad.hasAttribute("cardinality") && !ad.getAttribute("cardinality").equals("0"))
      key.put("many", true);
    List<String> options = new ArrayList<>();
    elements(ad, "Option").forEach(o -> options.add(o.getAttribute("value")));
    if (!options.isEmpty()) key.put("options", options);
    return key;
  }

  private static List<Element> elements(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) found.add(element);
    }
    return found;
  }
}
