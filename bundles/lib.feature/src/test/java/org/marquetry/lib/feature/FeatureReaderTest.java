package org.marquetry.lib.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;

class FeatureReaderTest {
  @TempDir Path folder;

  @Test
  void bundlesNeedsAndCommandsAreRead() {
    Feature feature =
        FeatureReader.read(
            Json.parse(
                """
                {"feature-resource-version": "1.0", "id": "a:profile:1.0.0", "name": "Profile",
                 "bundles": [{"id": "a:x:1.0.0"}, {"id": "a:y:2.0.0", "start-level": 5}],
                 "vendor": "Acme", "license": "Apache-2.0",
                 "extensions": {
                   "marquetry.powers": {"json": {"powers": ["network", "profiles.read"], "hosts": ["*.example.com"]}},
                   "marquetry.requires": {"artifacts": [{"id": "a:data:1.0.0"}]},
                   "marquetry.commands": {"json": {
                     "lab clv": {"summary": "fit"}, "run": {"summary": "go", "starts": "suite"}}}}}
                """));
    assertEquals("profile", feature.name());
    assertEquals("Acme", feature.vendor());
    assertEquals("Apache-2.0", feature.licence());
    assertEquals(List.of("profiles.read", "network"), feature.powers().ids());
    assertEquals(
        "open connections to hosts of the network: *.example.com", feature.powers().en().getLast());
    assertEquals(
        List.of("profiles.read", "network", "network:*.example.com"), feature.powers().limits());
    Powers any = new Powers(Set.of(Power.NETWORK), List.of("*"));
    assertEquals(List.of("open connections to hosts of the network: any host"), any.en());
    assertEquals(List.of("连接网络主机: 任意主机"), any.zh());
    assertEquals(
        List.of(
            new FeatureBundle(new ArtifactId("a", "x", "1.0.0"), 20),
            new FeatureBundle(new ArtifactId("a", "y", "2.0.0"), 5)),
        feature.bundles());
    assertEquals(List.of(new ArtifactId("a", "data", "1.0.0")), feature.requires());
    assertEquals(
        List.of(
            new FeatureCommand("lab clv", "fit", FeatureCommand.Starts.ONCE),
            new FeatureCommand("run", "go", FeatureCommand.Starts.SUITE)),
        feature.commands());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id': 'a'}|1:8|group:artifact:version",
        "{'id': 'a:b:1', 'bundels': []}|1:17|has no \"bundels\"",
        "{'id': 'a:b:1', 'bundles': [{'id': 'a:c:1', 'start-level': 0}]}|1:29|start-level must be 1"
            + " to 100",
        "{'bundles': []}|1:1|\"id\" is missing",
        "{'id': 'a:b:1', 'extensions': {'marquetry.powers': {'json': {'powers': ['fly']}}}}|1:73|there"
            + " is no power",
        "{'id': 'a:b:1', 'extensions': {'marquetry.powers': {'json': {'powers':"
            + " ['network']}}}}|1:61|name the hosts"
      })
  void aMistakeIsNamedWithItsPlace(String text, String place, String part) {
    var error =
        assertThrows(
            JsonException.class, () -> FeatureReader.read(Json.parse(text.replace('\'', '"'))));
    assertEquals(place, error.line() + ":" + error.column());
    assertTrue(String.valueOf(error.getMessage()).contains(part), error.getMessage());
    assertChinese(error.zh());
  }

  @Test
  void whatIsNeededComesFirstAndCirclesEnd() throws Exception {
    feature("top", "middle");
    feature("middle", "base");
    feature("base", "top");
    Repository repository = Repository.read(folder);
    assertEquals(
        List.of("base", "middle", "top"),
        repository.withNeeded(List.of("top")).stream().map(Feature::name).toList());
    feature("lonely", "nobody");
    var error =
        assertThrows(
            FeatureException.class, () -> Repository.read(folder).withNeeded(List.of("lonely")));
    assertTrue(
        String.valueOf(error.getMessage()).endsWith("feature \"lonely\" needs it"),
        error.getMessage());
    assertChinese(error.zh());
  }

  static void assertChinese(String text) {
    assertTrue(text.codePoints().anyMatch(Character::isIdeographic), text);
  }

  private void feature(String name, String needs) throws Exception {
    Files.createDirectories(folder.resolve("features"));
    Files.writeString(
        folder.resolve("features/" + name + "-1.json"),
        """
        {"id": "a:%s:1", "extensions": {"marquetry.requires": {"artifacts": [{"id": "a:%s:1"}]}}}
        """
            .formatted(name, needs));
  }
}
