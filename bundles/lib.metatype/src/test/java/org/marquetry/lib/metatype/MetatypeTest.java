package org.marquetry.lib.metatype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetatypeTest {
  private static final String DOCUMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0" localization="OSGI-INF/l10n/x">
        <OCD id="x" name="%title" description="Words">
          <AD id="port" type="Integer" name="Port" min="0" max="65535" default="80"/>
          <AD id="cron" type="String" name="When" default="*/10\\ *\\ *"/>
          <AD id="hosts" type="String" name="Hosts" cardinality="2147483647" default=" a , b\\,c,\\ d "/>
          <AD id=".token" type="Password" name="Token"/>
          <AD id="mode" type="String" name="Mode" default="x"><Option value="x" label="%x"/><Option value="y" label=""/></AD>
        </OCD>
        <Designate pid="org.x"><Object ocdref="x"/></Designate>
        <Designate factoryPid="org.y"><Object ocdref="x"/></Designate>
        <Designate pid="org.z"><Object ocdref="unknown"/></Designate>
      </metatype:MetaData>
      """;

  private static List<Definition> read(String text) throws IOException {
    return Metatype.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aDocumentTellsComponentsAndTheirValues() throws IOException {
    List<Definition> all = read(DOCUMENT);
    assertEquals(List.of("org.x", "org.y"), all.stream().map(Definition::pid).toList());
    assertTrue(all.get(1).factory());
    Definition x = all.getFirst().with(key -> "<" + key + ">");
    assertEquals("<title>", x.name());
    assertEquals("Words", x.description());
    Attribute port = x.attributes().getFirst();
    assertTrue(port.isWhole());
    assertEquals(Optional.of("65535"), port.max());
    assertEquals(List.of("80"), port.defaults());
    assertTrue(x.attributes().get(3).isSecret());
    assertEquals(List.of(), x.attributes().get(3).defaults());
    assertEquals("<x>", x.attributes().get(4).options().getFirst().label());
  }

  @Test
  void defaultsAreReadAsTheSpecificationWritesThem() throws IOException {
    List<Attribute> attributes = read(DOCUMENT).getFirst().attributes();
    assertEquals(List.of("*/10 * *"), attributes.get(1).defaults());
    assertEquals(List.of("a", "b,c", " d"), attributes.get(2).defaults());
  }

  @Test
  void whatIsNoDocumentIsSaid() {
    assertThrows(IOException.class, () -> read("{}"));
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>";
    assertThrows(IOException.class, () -> read(entity));
    assertThrows(IOException.class, () -> read(DOCUMENT.replace("2147483647", "many")));
  }
}
