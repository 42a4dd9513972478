package org.marquetry.lib.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marquetry.lib.json.JsonException;

class PublicationTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aKeyIsReadAgainAndOnlyItsUserCanReadIt() throws Exception {
    SigningKey key = SigningKey.make("Acme");
    Path file = folder.resolve("acme.key");
    key.write(file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    SigningKey read = SigningKey.read(file);
    assertEquals(key.publicKey(), read.publicKey());
    assertEquals("Acme", read.publisher());
    String again = assertThrows(FeatureException.class, () -> key.write(file)).getMessage();
    assertTrue(again.contains("is there already; a key is never overwritten"), again);
    Files.writeString(
        file,
        Files.readString(file)
            .replace(key.publicKey().text(), SigningKey.make("B").publicKey().text()));
    String mixed = assertThrows(FeatureException.class, () -> SigningKey.read(file)).getMessage();
    assertTrue(mixed.contains("do not belong together"), mixed);
  }

  @Test
  void eachPublicationRaisesTheVersionAndItsSignatureHolds() throws Exception {
    SigningKey key = SigningKey.make("Acme");
    Path repository = folder.resolve("repository");
    RepositoryIndex first = Publication.publish(given("1.0.0", "one"), repository, key, NOW);
    RepositoryIndex second = Publication.publish(given("1.1.0", "two"), repository, key, NOW);
    assertEquals(1, first.version());
    assertEquals(2, second.version());
    assertTrue(second.files().keySet().containsAll(first.files().keySet()));
    assertEquals(4, second.files().size());
    byte[] bytes = Files.readAllBytes(repository.resolve(RepositoryIndex.FILE));
    assertArrayEquals(second.bytes(), RepositoryIndex.read(bytes).bytes());
    IndexSignature signature =
        IndexSignature.read(Files.readAllBytes(repository.resolve(IndexSignature.FILE)));
    assertTrue(signature.isOf(key.publicKey(), bytes));
    assertFalse(signature.isOf(key.publicKey(), first.bytes()), "another index");
    assertFalse(signature.isOf(SigningKey.make("Acme").publicKey(), bytes), "another key");
    assertEquals(
        second.files().get("bundles/a.x-1.1.0.jar").sha256(),
        Checksums.read(repository).get("a.x-1.1.0.jar"));
  }

  @Test
  void whatWasPublishedStaysAsItWas() throws Exception {
    SigningKey key = SigningKey.make("Acme");
    Path repository = folder.resolve("repository");
    Publication.publish(given("1.0.0", "one"), repository, key, NOW);
    byte[] index = Files.readAllBytes(repository.resolve(RepositoryIndex.FILE));
    Path changed = given("1.0.0", "other");
    String refused =
        assertThrows(
                FeatureException.class, () -> Publication.publish(changed, repository, key, NOW))
            .getMessage();
    assertTrue(refused.contains("a.x-1.0.0.jar was published with other content"), refused);
    assertArrayEquals(index, Files.readAllBytes(repository.resolve(RepositoryIndex.FILE)));
    Files.delete(repository.resolve("bundles/a.x-1.0.0.jar"));
    assertThrows(FeatureException.class, () -> Publication.sign(repository, key, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'features/../../x.json': {'sha256': '@', 'size': 1}",
        "'bundles/a/b.jar': {'sha256': '@', 'size': 1}",
        "'/etc/passwd': {'sha256': '@', 'size': 1}",
        "'bundles/a.jar': {'sha256': '00', 'size': 1}",
        "'bundles/a.jar': {'sha256': '@', 'size': -1}",
        "'bundles/a.jar': {'sha256': '@', 'size': 1, 'url': 'x'}",
        "'bundles/a.jar': {'sha256': '@', 'size': 1}, 'bundles/a.jar': {'sha256': '@', 'size': 1}"
      })
  void anIndexIsReadStrictly(String files) {
    String text =
        "{'format': 1, 'publisher': 'A', 'version': 1, 'time': '2026-01-01T00:00:00Z', 'files': {"
            + files.replace("@", "0".repeat(64))
            + "}}";
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    FeatureReaderTest.assertChinese(
        assertThrows(JsonException.class, () -> RepositoryIndex.read(bytes)).zh());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:../../x:1", "a:x:1/2", "a/b:x:1", "a:x y:1"})
  void anIdCannotBecomeAPath(String id) {
    FeatureReaderTest.assertChinese(
        assertThrows(InvalidValue.class, () -> ArtifactId.parse(id)).zh());
  }

  private Path given(String version, String content) throws Exception {
    Path made = Files.createDirectories(folder.resolve("given-" + version + "-" + content));
    Files.writeString(
        made.resolve("feature.json"),
        "{\"id\": \"a:f:%s\", \"bundles\": [{\"id\": \"a:x:%s\"}]}".formatted(version, version));
    try (OutputStream out = Files.newOutputStream(made.resolve("x-" + version + ".jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
      jar.write(
          "Manifest-Version: 1.0\nBundle-SymbolicName: a.x;singleton:=true\n"
              .getBytes(StandardCharsets.UTF_8));
      jar.putNextEntry(new JarEntry("content"));
      jar.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return made;
  }
}
