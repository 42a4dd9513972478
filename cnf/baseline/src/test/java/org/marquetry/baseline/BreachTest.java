package org.marquetry.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Builder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each planted breach is found and the right version asked for.
final class BreachTest {
  private static final String PROVIDED =
      "@org.osgi.annotation.versioning.ProviderType public interface Shop { String name(); %s }";
  private static final String CONSUMED =
      "@org.osgi.annotation.versioning.ConsumerType public interface Shop { default int size() { return 1; } String name(); %s }";

  @TempDir Path scratch;

  @Test
  void nothingChangedAsksForNothing() throws Exception {
    assertEquals(List.of(), breaches(PROVIDED.formatted(""), PROVIDED.formatted("")));
  }

  @Test
  void aMethodOfWhatWeProvideIsMinor() throws Exception {
    Breach breach = one(PROVIDED.formatted(""), PROVIDED.formatted("int size();"));
    assertEquals("1.1.0", breach.needed());
    assertEquals(List.of("method added: Shop size()"), breach.changes());
    assertEquals(
        List.of(), breaches("1.1.0", PROVIDED.formatted(""), PROVIDED.formatted("int size();")));
  }

  @Test
  void aMethodThatPartnersMustWriteIsMajor() throws Exception {
    Breach breach = one(CONSUMED.formatted(""), CONSUMED.formatted("int count();"));
    assertEquals("2.0.0", breach.needed());
    assertEquals(List.of("method added: Shop count()"), breach.changes());
  }

  @Test
  void aMethodThatPartnersMayWriteIsMinor() throws Exception {
    assertEquals(
        "1.1.0",
        one(CONSUMED.formatted(""), CONSUMED.formatted("default int count() { return 0; }"))
            .needed());
  }

  @Test
  void whatGoesIsMajorAndWasDeprecatedBefore() throws Exception {
    String sold = PROVIDED.formatted("int sold();");
    Breach breach = one(sold, PROVIDED.formatted(""));
    assertEquals("2.0.0", breach.needed());
    assertEquals(List.of("method removed: Shop sold()"), breach.changes());
    assertEquals(
        "deprecated first", breaches("2.0.0", sold, PROVIDED.formatted("")).getFirst().needed());
    assertEquals(
        List.of(),
        breaches("2.0.0", PROVIDED.formatted("@Deprecated int sold();"), PROVIDED.formatted("")));
  }

  @Test
  void anotherTypeOfAValueIsMajor() throws Exception {
    assertEquals(
        "2.0.0",
        one("public record Shop(int size) {}", "public record Shop(long size) {}").needed());
  }

  @Test
  void aNewCaseOfAClosedSetIsMajor() throws Exception {
    String closed = "public sealed interface Shop { record Small() implements Shop {} %s }";
    assertEquals(
        "2.0.0",
        one(closed.formatted(""), closed.formatted("record Large() implements Shop {}")).needed());
  }

  @Test
  void whatIsExperimentalMayChange() throws Exception {
    String mark = "@org.marquetry.platform.api.promise.Experimental ";
    assertEquals(
        List.of(), breaches(PROVIDED.formatted(mark + "int sold();"), PROVIDED.formatted("")));
    assertEquals(
        "1.1.0",
        one(PROVIDED.formatted(mark + "int sold();"), PROVIDED.formatted("int sold();")).needed());
    assertEquals(
        "2.0.0",
        one(PROVIDED.formatted("int sold();"), PROVIDED.formatted(mark + "int sold();")).needed());
  }

  private Breach one(String released, String now) throws Exception {
    List<Breach> breaches = breaches(released, now);
    assertEquals(1, breaches.size(), breaches.toString());
    assertTrue(breaches.getFirst().toString().startsWith("example.shop was 1.0.0"));
    return breaches.getFirst();
  }

  private List<Breach> breaches(String released, String now) throws Exception {
    return breaches("1.0.0", released, now);
  }

  /// The released API goes through its text, as in the build.
  private List<Breach> breaches(String version, String released, String now) throws Exception {
    ApiNode old = ApiText.read(ApiText.write(api("1.0.0", released)));
    return Comparison.breaches(old, api(version, now));
  }

  private ApiNode api(String version, String source) throws Exception {
    Path folder = Files.createTempDirectory(scratch, "api");
    Path file = Files.createDirectories(folder.resolve("example/shop")).resolve("Shop.java");
    Files.writeString(file, "package example.shop; " + source);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
    assertEquals(0, code, source);
    try (Builder builder = new Builder()) {
      builder.addClasspath(folder.toFile());
      for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (jar.endsWith(".jar")) builder.addClasspath(new File(jar));
      }
      builder.setProperty("Export-Package", "example.shop;version=" + version);
      return ApiReader.read(builder.build());
    }
  }
}
