package org.marquetry.lib.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateStoreTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path scratch;

  @Test
  void aStateOutlivesWhereItsFilesCameFrom() throws Exception {
    StateStore store = new StateStore(scratch.resolve("home"));
    Path source = repository("1.0.0", "first");
    SuiteState kept =
        store.add(NOON, "user/ada", "a try", "{}\n", List.of(hello(source, FeatureFiles.UNSIGNED)));
    assertEquals(Optional.empty(), store.current(), "nothing points to it yet");
    store.point(store.pointer().committed(kept.number()).seenHealthy(kept.number()));
    Files.move(source, scratch.resolve("elsewhere"));

    StateStore again = new StateStore(scratch.resolve("home"));
    assertEquals(kept, again.current().orElseThrow());
    FeatureFiles files = again.files(kept).getFirst();
    assertEquals("first", Files.readString(files.jar(ArtifactId.parse("acme:hello:1.0.0")).jar()));
    assertEquals(Optional.of(1L), again.pointer().lastHealthy());
  }

  @Test
  void aDamagedJarIsNotKept() throws Exception {
    Path source = repository("1.0.0", "first");
    FeatureFiles files = hello(source, FeatureFiles.UNSIGNED);
    Files.writeString(source.resolve("bundles/acme.hello-1.0.0.jar"), "other");
    StateStore store = new StateStore(scratch.resolve("home"));
    FeatureException refused =
        assertThrows(
            FeatureException.class, () -> store.add(NOON, "user/ada", "", "{}\n", List.of(files)));
    assertTrue(String.valueOf(refused.getMessage()).contains("is damaged"), refused.getMessage());
    assertEquals(List.of(), store.numbers());
  }

  @Test
  void onlyFilesThatNoStateNamesAreTidiedAway() throws Exception {
    StateStore store = new StateStore(scratch.resolve("home"));
    SuiteState kept =
        store.add(
            NOON,
            "user/ada",
            "",
            "{}\n",
            List.of(hello(repository("1.0.0", "first"), FeatureFiles.UNSIGNED)));
    FeatureFiles given = hello(repository("2.0.0", "second"), FeatureFiles.UNSIGNED);
    Path taken = store.take(given).jar(ArtifactId.parse("acme:hello:2.0.0")).jar();
    store.tidy();
    assertFalse(Files.exists(taken));
    assertEquals(1, store.files(kept).size());
  }

  @Test
  void aTrialLeavesWhatCountedUntilItIsCommitted() {
    Pointer counted = Pointer.NONE.committed(3).seenHealthy(3);
    Pointer tried = counted.staged(4).attempted().attempted();
    assertEquals(Optional.of(3L), tried.current());
    assertEquals(2, tried.attempts());
    assertEquals(counted.current(), tried.refused("it does not start").current());
    assertEquals(Optional.of(4L), tried.committed(4).current());
    assertEquals(Optional.of(3L), tried.committed(4).lastHealthy());
  }

  @Test
  void onlyWhoSpeaksForTheSuiteHasAllPowers() throws Exception {
    Path source = repository("1.0.0", "first");
    assertTrue(hello(source, FeatureFiles.UNSIGNED).limited());
    assertTrue(hello(source, "0123456789abcdef").limited());
    assertFalse(hello(source, FeatureFiles.SUITE).limited());
  }

  private static FeatureFiles hello(Path source, String owner) {
    Repository repository = Repository.read(source);
    Feature feature = repository.features().get("hello");
    return FeatureFiles.of(
        repository,
        java.util.Objects.requireNonNull(feature),
        Checksums.of(repository),
        true,
        owner,
        "Acme");
  }

  /// @param content of the one jar; what is in it is of no matter here
  private Path repository(String version, String content) throws IOException {
    Path folder = scratch.resolve("acme-" + version);
    Files.createDirectories(folder.resolve("features"));
    Files.createDirectories(folder.resolve("bundles"));
    Files.writeString(folder.resolve("bundles/acme.hello-" + version + ".jar"), content);
    Files.writeString(
        folder.resolve("features/hello-" + version + ".json"),
        """
        {"feature-resource-version": "1.0", "id": "acme:hello:%s", "bundles": [{"id": "acme:hello:%s"}]}
        """
            .formatted(version, version));
    return folder;
  }
}
