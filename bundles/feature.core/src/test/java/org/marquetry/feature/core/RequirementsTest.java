package org.marquetry.feature.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.core.source.Spoken;
import org.marquetry.shop.api.Words;

class RequirementsTest {
  @TempDir Path folder;

  private Path jar(String name, String header, String value) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", name);
    main.putValue(header, value);
    Path file = folder.resolve(name + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      out.finish();
    }
    return file;
  }

  private List<Words> missing(String header, String value) throws IOException {
    Requirements requirements = new Requirements();
    requirements.offer(Requirements.read(jar("there", "Export-Package", "a.b;version=\"1.2.0\"")));
    List<Words> missing =
        requirements.missing("new 1.0.0", Requirements.read(jar("new", header, value)));
    missing.forEach(Spoken::both);
    return missing;
  }

  @Test
  void whatIsThereIsNotMissing() throws Exception {
    assertEquals(List.of(), missing("Import-Package", "a.b;version=\"[1.2,2)\""));
    assertEquals(List.of(), missing("Import-Package", "c.d;resolution:=optional"));
  }

  @Test
  void aRangeIsSaidWithWhatIsThere() throws Exception {
    Words between = missing("Import-Package", "a.b;version=\"[2,3)\"").getFirst();
    assertEquals(
        "new 1.0.0 needs package a.b [2.0.0,3.0.0); what runs has 1.2.0: take a version of the"
            + " feature that is made for it",
        between.en());
    assertEquals("new 1.0.0 需要 Java 包 a.b [2.0.0,3.0.0)；正在运行的是 1.2.0：请选用为它制作的功能版本", between.zh());
    Words above = missing("Import-Package", "a.b;version=\"2\"").getFirst();
    assertEquals("new 1.0.0 需要 Java 包 a.b 2.0.0 或更高版本；正在运行的是 1.2.0：请选用为它制作的功能版本", above.zh());
  }

  @Test
  void whatNothingHasIsSaid() throws Exception {
    assertEquals(
        "new 1.0.0 needs bundle far, which nothing that runs has; install the feature that brings"
            + " it",
        missing("Require-Bundle", "far").getFirst().en());
    missing("Require-Capability", "x;filter:=\"(x=1)\"");
  }

  @Test
  void aJarWithoutAManifestIsRefused() throws Exception {
    Path file = folder.resolve("empty.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(file))) {
      out.finish();
    }
    Spoken.both(assertThrows(FeatureException.class, () -> Requirements.read(file)).words());
  }
}
