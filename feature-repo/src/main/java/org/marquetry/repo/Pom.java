package org.marquetry.repo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What is read from a `pom.xml`: properties, and all dependencies and plugins wherever they stand.
///
/// @param artifacts dependencies, without those of tests, and plugins, in the order of the file
record Pom(Map<String, String> properties, List<Artifact> artifacts) {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  /// One dependency or plugin; the version is empty where none is stated.
  record Artifact(String group, String artifact, String version) {
    String key() {
      return group + ":" + artifact;
    }
  }

  static Pom read(InputStream in) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
      Map<String, String> properties = new LinkedHashMap<>();
      for (Element list : elements(root, "properties")) properties.putAll(children(list));
      List<Artifact> artifacts = new ArrayList<>();
      for (String kind : List.of("dependency", "plugin")) {
        for (Element element : elements(root, kind)) {
          Map<String, String> parts = children(element);
          if (parts.getOrDefault("scope", "").equals("test")) continue;
          artifacts.add(
              new Artifact(
                  parts.getOrDefault("groupId", ""),
                  parts.getOrDefault("artifactId", ""),
                  filled(parts.getOrDefault("version", ""), properties)));
        }
      }
      return new Pom(properties, artifacts);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("cannot read a pom.xml: " + e.getMessage(), e);
    }
  }

  /// The version that the file states for a dependency or plugin.
  Optional<String> version(String key) {
    return artifacts.stream()
        .filter(a -> a.key().equals(key) && !a.version().isEmpty())
        .map(Artifact::version)
        .findFirst();
  }

  private static String filled(String text, Map<String, String> properties) {
    Matcher m = PROPERTY.matcher(text);
    return m.matches() ? properties.getOrDefault(m.group(1), text) : text;
  }

  private static Map<String, String> children(Element parent) {
    Map<String, String> children = new LinkedHashMap<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element e)
        children.putIfAbsent(e.getTagName(), e.getTextContent().strip());
    }
    return children;
  }

  private static List<Element> elements(Element root, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = root.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
    return found;
  }
}
