package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.launcher.test.RunningHome.Result;
import org.marquetry.lib.feature.Publication;
import org.marquetry.lib.feature.SigningKey;

/// What an attacker may try against a running suite, with real files: each is refused with what,
/// where and what to do, and nothing is installed.
class AttackTest {
  private static final String JAR = "bundles/org.marquetry.echo-0.1.0.jar";
  private static final String FEATURE = "features/echo-0.1.0.json";

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @TempDir Path scratch;
  private String before = "";

  @Test
  void everyAttackIsRefusedAndNothingIsInstalled() throws Exception {
    SigningKey mallory = SigningKey.make("Mallory");
    SigningKey acme = SigningKey.make("Acme");
    String id = acme.publicKey().id();
    try (RunningHome suite = RunningHome.start(scratch, scratch.resolve("home"))) {
      trust(suite, acme);
      before = list(suite);

      Path good = publish("good", acme, echo("0.1.0"));
      attack(
          suite,
          "a tampered jar",
          "echo-0.1.0.jar is not what Acme published",
          changed(good, "jar", r -> flip(r.resolve(JAR))));
      attack(
          suite,
          "a tampered feature file",
          "echo-0.1.0.json is not what Acme published",
          changed(good, "json", r -> append(r.resolve(FEATURE))));
      attack(
          suite,
          "a tampered index",
          "index.json is not what Acme signed",
          changed(good, "index", r -> append(r.resolve("index.json"))));
      attack(
          suite,
          "a key that nobody pinned",
          "which is not pinned; get the publisher's public key",
          publish("wrong", mallory, echo("0.1.0")).resolve(FEATURE));
      attack(
          suite,
          "no signature",
          "is not signed: nobody vouches for it",
          changed(good, "bare", r -> Files.delete(r.resolve("index.json.sig"))));
      mixed(suite, good, acme);
      replayed(suite, good, acme);
      archives(suite);
      claims(suite, mallory, acme);
      powers(suite, acme);

      Result revoked =
          suite.call("feature", "trust", "revoke", id, "--reason", "lost with a laptop");
      assertTrue(revoked.out().contains("REVOKED (lost with a laptop)"), revoked.err());
      attack(
          suite,
          "a revoked key",
          "which was revoked (lost with a laptop)",
          publish("late", acme, echo("0.9.0")).resolve("features/echo-0.9.0.json"));
      String audit = suite.ask("GET", "/audit").body();
      for (String action : List.of("feature.trust", "feature.revoke", "feature.allowUnsigned")) {
        assertTrue(audit.contains("\"" + action + "\""), audit);
      }
    }
  }

  /// Files of two publications side by side, and index and signature of two.
  private void mixed(RunningHome suite, Path good, SigningKey acme) throws Exception {
    Path next = publish("next", acme, echo("0.1.0"));
    Publication.sign(next, acme, LATER);
    attack(
        suite,
        "index and signature of two publications",
        "index.json is not what Acme signed",
        changed(good, "mix", r -> copy(next.resolve("index.json"), r.resolve("index.json"))));
    Path other =
        publish("other", acme, new CommandBundle("echo", "0.1.0", BrokenCommand.class, List.of()));
    attack(
        suite,
        "a jar of another publication",
        "echo-0.1.0.jar is not what Acme published",
        changed(good, "match", r -> copy(other.resolve(JAR), r.resolve(JAR))));
  }

  /// An index from before a correction, where the present one was seen.
  private void replayed(RunningHome suite, Path good, SigningKey acme) throws Exception {
    Path repository = changed(good, "shop", _ -> {}).getParent().getParent();
    Path old = changed(good, "old", _ -> {}).getParent().getParent();
    said(suite.call("feature", "repository", "add", "acme", repository.toString()), "not read yet");
    Publication.sign(repository, acme, LATER);
    said(suite.call("feature", "available"), "echo 0.1.0  echo, by Acme, from acme");
    for (String file : List.of("index.json", "index.json.sig")) {
      copy(old.resolve(file), repository.resolve(file));
    }
    offered(suite, "index.json is older than what was seen before: version 1, seen was 2");
    Files.delete(repository.resolve("index.json.sig"));
    offered(suite, "has no signature any more, but repository acme");
    assertEquals(200, suite.ask("DELETE", "/feature-repositories/acme").statusCode());
    assertEquals(before, list(suite));
  }

  private static void offered(RunningHome suite, String part) throws Exception {
    String offers = suite.ask("GET", "/available-features").body();
    assertTrue(offers.contains(part), offers);
  }

  private void archives(RunningHome suite) throws Exception {
    said(suite.call("feature", "trust", "unsigned", "on"), "ALLOWED");
    Path bomb = scratch.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("bundles/big.jar"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) zip.write(zeros);
    }
    attack(suite, "a zip bomb", "it unpacks to more than 50 times its size", bomb);
    Path slip = scratch.resolve("slip.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(slip))) {
      zip.putNextEntry(new ZipEntry("../../evil.json"));
      zip.write('{');
    }
    attack(suite, "an archive that is left", "an entry leaves the archive: ../../evil.json", slip);
    Path path = Files.createDirectories(scratch.resolve("path"));
    Files.writeString(
        path.resolve("feature.json"),
        "{\"id\": \"a:b:1\", \"bundles\": [{\"id\": \"a:../../../etc/x:1\"}]}");
    attack(suite, "an id that is a path", "an id has letters, digits and . _ + - only", path);
  }

  private void claims(RunningHome suite, SigningKey mallory, SigningKey acme) throws Exception {
    trust(suite, mallory);
    attack(
        suite,
        "the suite's bundle under another id",
        "a bundle of the feature platform, which the suite",
        claiming("claim-suite", mallory, "org.marquetry.feature.api"));
    attack(
        suite,
        "the framework's name",
        "a bundle of the feature framework, which the suite",
        claiming("claim-frame", mallory, "org.apache.felix.framework"));
    attack(
        suite,
        "the suite's feature",
        "takes the name of a feature that the suite published",
        named("recommend", mallory));

    Path signed =
        publish("real", acme, new CommandBundle("real", "1.0.0", EchoCommand.class, List.of()));
    HttpResponse<String> installed = install(suite, signed.resolve("features/real-1.0.0.json"));
    assertEquals(200, installed.statusCode(), installed.body());
    before = list(suite);
    attack(
        suite,
        "another publisher's bundle",
        "a bundle of the feature real, which",
        claiming("claim-real", mallory, "org.marquetry.real"));
    said(suite.call("feature", "trust", "unsigned", "off"), "refused");
  }

  /// A bundle is not handed what its feature does not declare, here the suite's own control.
  private void powers(RunningHome suite, SigningKey acme) throws Exception {
    var control = List.<String[]>of(new String[] {"org.marquetry.feature.api.Features", ""});
    Path greedy =
        publish("greedy", acme, new CommandBundle("greedy", "1.0.0", SwapCommand.class, control));
    attack(
        suite,
        "a power that no feature may have",
        "org.marquetry.feature.api.Features needs the power suite",
        greedy.resolve("features/greedy-1.0.0.json"));
  }

  /// A signed feature of another name whose bundle calls itself as an existing one.
  private Path claiming(String name, SigningKey key, String symbolicName) throws Exception {
    Path folder = Files.createDirectories(scratch.resolve("given-" + name));
    Files.writeString(
        folder.resolve("feature.json"),
        "{\"id\": \"org.mallory:%1$s:1.0.0\", \"bundles\": [{\"id\": \"org.mallory:%1$s:1.0.0\"}]}"
            .formatted(name));
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + "-1.0.0.jar"));
        ZipOutputStream jar = new ZipOutputStream(out)) {
      jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      jar.write(
          ("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: "
                  + symbolicName
                  + "\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    return published(folder, "repository-" + name, key).resolve("features/" + name + "-1.0.0.json");
  }

  private Path named(String name, SigningKey key) throws Exception {
    Path folder = Files.createDirectories(scratch.resolve("given-as-" + name));
    Files.writeString(
        folder.resolve("feature.json"), "{\"id\": \"org.mallory:" + name + ":9.0.0\"}");
    return published(folder, "repository-as-" + name, key)
        .resolve("features/" + name + "-9.0.0.json");
  }

  private Path publish(String name, SigningKey key, CommandBundle bundle) throws Exception {
    Path given = new FeatureArchive(bundle).folder(scratch.resolve("given-" + name));
    return published(given, name, key);
  }

  private Path published(Path given, String name, SigningKey key) throws Exception {
    Path repository = scratch.resolve(name);
    Publication.publish(given, repository, key, NOW);
    return repository;
  }

  private void attack(RunningHome suite, String what, String part, Path file) throws Exception {
    HttpResponse<String> refused = install(suite, file);
    assertTrue(refused.statusCode() >= 400, what + " was taken: " + refused.body());
    assertTrue(refused.body().contains(part), what + ": " + refused.body());
    assertEquals(before, list(suite), what);
  }

  private static HttpResponse<String> install(RunningHome suite, Path file) throws Exception {
    return suite.ask(
        "POST",
        "/feature-changes",
        "{\"wishes\": [{\"kind\": \"install\", \"what\": \"%s\"}], \"probationSeconds\": 0}"
            .formatted(file));
  }

  private interface Change {
    void make(Path repository) throws IOException;
  }

  /// A copy of a repository with a change.
  ///
  /// @return its feature file
  private Path changed(Path repository, String name, Change change) throws IOException {
    Path copy = scratch.resolve("copy-" + name);
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(repository.relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(to);
        else copy(file, to);
      }
    }
    change.make(copy);
    return copy.resolve(FEATURE);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void append(Path file) throws IOException {
    Files.writeString(file, Files.readString(file) + " ");
  }

  /// Change one byte and neither size nor time.
  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    FileTime time = Files.getLastModifiedTime(file);
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
  }

  private static void trust(RunningHome suite, SigningKey key) throws Exception {
    HttpResponse<String> pinned =
        suite.ask(
            "POST",
            "/feature-trust/keys",
            "{\"publicKey\": \"%s\", \"name\": \"%s\"}"
                .formatted(key.publicKey().text(), key.publisher()));
    assertEquals(200, pinned.statusCode(), pinned.body());
  }

  private static void said(Result result, String part) {
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains(part), result.out());
  }

  private static String list(RunningHome suite) throws Exception {
    return suite.ask("GET", "/features").body();
  }

  private static CommandBundle echo(String version) {
    return new CommandBundle("echo", version, EchoCommand.class, List.of());
  }
}
