package org.marquetry.feature.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.feature.api.AvailableFeatures;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.SigningKey;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.shop.api.Words;

class SourcesTest {
  @TempDir Path scratch;
  private final SigningKey acme = SigningKey.make("Acme");
  private Sources sources;
  private CoreFeatureSources api;
  private Path repository;

  @BeforeEach
  void start() throws Exception {
    sources = sources(false);
    api = new CoreFeatureSources(sources);
    repository = scratch.resolve("acme");
    Made.publish(scratch, repository, acme, "hello", "1.9.0");
    Made.publish(scratch, repository, acme, "hello", "1.10.0");
    api.add("acme", repository.toString());
    api.pin(acme.publicKey().text(), "Acme", false);
  }

  private Sources sources(boolean sample) {
    Path own = scratch.resolve("own");
    return new Sources(
        scratch.resolve("home"), own, sample, new Outbound(), InstantSource.fixed(Made.NOW));
  }

  @Test
  void theNewestIsFetchedVerifiedAndItsPublisherIsTold() throws Exception {
    Path made;
    try (Staging staging = sources.fetch("hello", Optional.empty())) {
      assertEquals("1.10.0", staging.feature().id().version());
      String key = acme.publicKey().id();
      assertEquals(new Origin(key, "Acme", "acme"), staging.origin());
      Path jar = staging.repository().jar(staging.feature().bundles().getFirst().id());
      assertEquals(
          Checksums.of(repository.resolve("bundles/com.example.hello-1.10.0.jar")),
          Checksums.of(jar));
      made = staging.repository().folder();
    }
    assertFalse(Files.exists(made), "nothing stays behind");
    try (Staging older = sources.fetch("acme/hello", Optional.of("1.9.0"))) {
      assertEquals("1.9.0", older.feature().id().version());
    }
    AvailableFeatures available = api.available();
    assertEquals(List.of(), available.problems());
    assertEquals(
        List.of("1.10.0", "1.9.0"), available.features().stream().map(f -> f.version()).toList());
    assertEquals("add pages", available.features().getFirst().powers().getFirst().words().en());
    assertEquals(2, api.repositories().getFirst().seen());
    refused(Reason.NOT_FOUND, "no repository offers the feature nobody", "nobody");
  }

  @Test
  void ofTwoPublishersSomebodyChooses() throws Exception {
    SigningKey other = SigningKey.make("Other");
    Path second = scratch.resolve("second");
    Made.publish(scratch.resolve("x"), second, other, "hello", "2.0.0");
    api.add("other", second.toString());
    api.pin(other.publicKey().text(), "Other", false);
    refused(Reason.UNTRUSTED, "several publishers offer hello", "hello");
    try (Staging staging = sources.fetch("acme/hello", Optional.empty())) {
      assertEquals("Acme", staging.origin().publisher());
    }
  }

  @Test
  void trustOutlivesTheProcessAndABrokenFileTrustsNobody() throws Exception {
    sources.fetch("hello", Optional.empty()).close();
    api.revoke(acme.publicKey().id(), "lost");
    CoreFeatureSources again = new CoreFeatureSources(sources(false));
    assertEquals("lost", again.trust().keys().getFirst().revoked());
    assertThrows(FeatureException.class, () -> api.pin(acme.publicKey().text(), "Acme", false));
    assertFalse(again.trust().unsigned());
    again.allowUnsigned(true);
    assertTrue(new CoreFeatureSources(sources(false)).trust().unsigned());

    Path file = scratch.resolve("home/data/features/trust.json");
    Files.writeString(file, Files.readString(file).replaceFirst("lost\",", "lost\""));
    FeatureException broken = assertThrows(FeatureException.class, again::trust);
    assertTrue(
        String.valueOf(broken.getMessage()).contains("trust.json, line "), broken::getMessage);
    assertThrows(FeatureException.class, () -> sources.fetch("hello", Optional.empty()).close());
    assertThrows(
        FeatureException.class,
        () -> sources.open(Made.feature(scratch, "loose", "1.0.0")).close());
  }

  @Test
  void unsignedNeedsTheSwitchAndAMadeUpShopHasIt() throws Exception {
    Path loose = Made.feature(scratch, "loose", "1.0.0");
    FeatureException no = assertThrows(FeatureException.class, () -> sources.open(loose).close());
    assertEquals(Reason.UNTRUSTED, no.reason());
    try (Staging staging = sources(true).open(loose)) {
      assertFalse(staging.origin().signed());
    }
    api.allowUnsigned(false);
    assertThrows(FeatureException.class, () -> sources(true).open(loose).close());
  }

  @Test
  void oneFileCarriesFeaturesAndSignaturesToASuiteWithoutANetwork() throws Exception {
    Path file = scratch.resolve("features.zip");
    assertEquals(List.of("hello 1.10.0"), api.export(List.of("hello"), file));
    assertThrows(FeatureException.class, () -> api.export(List.of("hello"), file));
    Path twin = scratch.resolve("twin.zip");
    api.export(List.of("acme/hello"), twin);
    assertEquals(-1, Files.mismatch(file, twin), "the same bytes each time");

    Path away = scratch.resolve("away");
    Sources there =
        new Sources(away, scratch.resolve("own"), false, new Outbound(), InstantSource.system());
    CoreFeatureSources air = new CoreFeatureSources(there);
    air.allowRemote(false);
    air.add("stick", file.toString());
    assertTrue(air.available().problems().getFirst().en().contains("which is not pinned"));
    air.pin(acme.publicKey().text(), "Acme", false);
    try (Staging staging = there.fetch("hello", Optional.empty())) {
      assertEquals("stick", staging.origin().repository());
      assertTrue(staging.origin().signed());
    }
    try (Staging staging = there.open(file)) {
      assertEquals("1.10.0", staging.feature().id().version());
    }
  }

  /// Outside its own network no name is looked up and no socket opened: in a namespace without any
  /// interface, asking the address fails, and not asking it is all that remote off leaves.
  @Test
  void remoteOffOpensNoSocket() throws Exception {
    api.add("far", "https://features.example.com/x");
    api.allowRemote(false);
    AvailableFeatures available = api.available();
    assertEquals(2, available.features().size());
    assertEquals(
        List.of(
            "far: repository far is at https://features.example.com/x/, and the network is off;"
                + " `feature remote on` allows it"),
        available.problems().stream().map(Words::en).toList());
    Process child =
        new ProcessBuilder(
                "unshare",
                "-rn",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutNetwork.class.getName(),
                scratch.resolve("home").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    org.junit.jupiter.api.Assumptions.assumeFalse(
        said.startsWith("unshare:"), "no network namespace here: " + said);
    assertEquals(0, child.waitFor(), said);
    assertEquals(
        List.of("off: 2 offered, not asked", "on: 2 offered, asked in vain"),
        said.lines().filter(l -> l.startsWith("o")).toList(),
        said);
  }

  /// A file goes into place in one piece: a reader at any time sees one state or the other.
  @Test
  void trustIsNeverHalf() throws Exception {
    Path folder = scratch.resolve("home/data/features");
    for (int i = 0; i < 20; i++) api.allowUnsigned(i % 2 == 0);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("trust.json"), files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  private void refused(Reason reason, String part, String name) {
    FeatureException no =
        assertThrows(FeatureException.class, () -> sources.fetch(name, Optional.empty()).close());
    assertTrue(String.valueOf(no.getMessage()).contains(part), no::getMessage);
    assertEquals(reason, no.reason());
  }
}
