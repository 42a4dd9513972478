package org.marquetry.lib.metatype;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Reads a metatype document, as bnd makes it of `@ObjectClassDefinition`.
public final class Metatype {
  /// Where a bundle has its documents.
  public static final String FOLDER = "OSGI-INF/metatype";

  private Metatype() {}

  /// Read the definitions that a document gives to components.
  ///
  /// @throws IOException if it cannot be read, or is no metatype document
  public static List<Definition> read(InputStream in) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return definitions(factory.newDocumentBuilder().parse(in));
    } catch (SAXException | ParserConfigurationException | NumberFormatException e) {
      throw new IOException("it is no metatype document (" + e.getMessage() + ")", e);
    }
  }

  private static List<Definition> definitions(Document document) {
    Element root = document.getDocumentElement();
    Map<String, Element> classes = new TreeMap<>();
    elements(root, "OCD").forEach(ocd -> classes.put(ocd.getAttribute("id"), ocd));
    List<Definition> all = new ArrayList<>();
    for (Element designate : elements(root, "Designate")) {
      boolean several = designate.hasAttribute("factoryPid");
      List<Element> objects = elements(designate, "Object");
      Element ocd =
          objects.isEmpty() ? null : classes.get(objects.getFirst().getAttribute("ocdref"));
      if (ocd != null) {
        all.add(
            new Definition(
                designate.getAttribute(several ? "factoryPid" : "pid"),
                several,
                ocd.getAttribute("name"),
                ocd.getAttribute("description"),
                elements(ocd, "AD").stream().map(Metatype::attribute).toList(),
                text(root, "localization").orElse("OSGI-INF/l10n/bundle")));
      }
    }
    return all;
  }

  private static Attribute attribute(Element ad) {
    return new Attribute(
        ad.getAttribute("id"),
        ad.getAttribute("type"),
        ad.getAttribute("name"),
        ad.getAttribute("description"),
        cardinality(ad),
        text(ad, "default"),
        text(ad, "min"),
        text(ad, "max"),
        elements(ad, "Option").stream()
            .map(o -> new Attribute.Option(o.getAttribute("value"), o.getAttribute("label")))
            .toList());
  }

  private static int cardinality(Element ad) {
    return text(ad, "cardinality").map(Integer::parseInt).orElse(0);
  }

  /// An attribute that says something.
  private static Optional<String> text(Element of, String name) {
    return Optional.of(of.getAttribute(name)).filter(t -> !t.isEmpty());
  }

  private static List<Element> elements(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }
}
