package org.marquetry.feature.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.marquetry.feature.core.source.Spoken.both;
import static org.marquetry.feature.core.source.Spoken.refused;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.feature.SigningKey;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.shop.api.Words;

/// Whatever is refused is said in both languages.
class RefusalsTest {
  @TempDir Path scratch;
  private final SigningKey acme = SigningKey.make("Acme");
  private Sources sources;
  private CoreFeatureSources api;
  private Path repository;

  @BeforeEach
  void start() throws Exception {
    sources =
        new Sources(
            scratch.resolve("home"),
            scratch.resolve("own"),
            false,
            new Outbound(),
            InstantSource.fixed(Made.NOW));
    api = new CoreFeatureSources(sources);
    repository = scratch.resolve("acme");
    Made.publish(scratch, repository, acme, "hello", "1.0.0");
  }

  private void trusted() {
    api.add("acme", repository.toString());
    api.pin(acme.publicKey().text(), "Acme", false);
    fetch("hello");
  }

  private void fetch(String name) {
    sources.fetch(name, Optional.empty()).close();
  }

  private void open(Path given) {
    sources.open(given).close();
  }

  /// What is wrong with the one repository.
  private Words problem() {
    List<Words> problems = api.available().problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.getFirst();
  }

  private void problem(String part) {
    Words words = problem();
    assertTrue(words.en().contains(part), words.en());
    both(words);
  }

  @Test
  void whatAFormAsksFor() {
    refused("a repository's name", () -> api.add("Acme", repository.toString()));
    refused("1000 characters", () -> api.add("x", "/" + "x".repeat(1_000)));
    refused("must begin with https://", () -> api.add("x", "http://example.com"));
    refused("there is no \"nowhere\"", () -> api.add("x", "nowhere"));
    refused("is no path", () -> api.add("x", "/a\0b"));
    trusted();
    refused("remove it first", () -> api.add("acme", scratch.toString()));
    refused("there is no repository", () -> api.remove("nobody"));
    refused("a public key is", () -> api.pin("no key", "Acme", false));
    refused("a publisher's name", () -> api.pin(acme.publicKey().text(), "?", false));
    refused("16 hexadecimal digits", () -> api.revoke("x", "lost"));
    api.revoke(acme.publicKey().id(), "lost");
    refused("was revoked", () -> api.pin(acme.publicKey().text(), "Acme", false));
  }

  @Test
  void whomNobodyTrusts() throws Exception {
    api.add("acme", repository.toString());
    problem("which is not pinned");
    api.pin(acme.publicKey().text(), "Acme", false);
    fetch("hello");
    Path other = scratch.resolve("other");
    SigningKey second = SigningKey.make("Other");
    Made.publish(scratch.resolve("x"), other, second, "hello", "2.0.0");
    api.add("other", other.toString());
    api.pin(second.publicKey().text(), "Other", false);
    refused("several publishers offer", () -> fetch("hello"));
    api.remove("other");
    Files.delete(repository.resolve("index.json.sig"));
    problem("has no signature any more");
    api.remove("acme");
    Path unsigned = scratch.resolve("unsigned");
    Made.publish(scratch.resolve("y"), unsigned, acme, "hello", "1.0.0");
    Files.delete(unsigned.resolve("index.json.sig"));
    api.add("unsigned", unsigned.toString());
    problem("is not signed; ask its publisher");
    refused("nobody vouches for it", () -> open(Made.feature(scratch, "loose", "1.0.0")));
    api.remove("unsigned");
    api.revoke(acme.publicKey().id(), "lost");
    Made.publish(scratch.resolve("z"), scratch.resolve("again"), acme, "hello", "1.0.0");
    api.add("again", scratch.resolve("again").toString());
    problem("which was revoked (lost)");
  }

  @Test
  void whatIsNotAsItWasPublished() throws Exception {
    trusted();
    Path index = repository.resolve("index.json");
    Path signature = repository.resolve("index.json.sig");
    byte[] first = Files.readAllBytes(index);
    byte[] signed = Files.readAllBytes(signature);
    Files.writeString(index, Files.readString(index).replace("Acme", "Acne"));
    problem("is not what Acme signed");
    Files.writeString(signature, "{");
    problem("index.json, line 1, column 2");
    Files.write(index, first);
    Files.write(signature, signed);
    Path jar = repository.resolve("bundles/com.example.hello-1.0.0.jar");
    byte[] content = Files.readAllBytes(jar);
    Files.writeString(jar, "another");
    refused("is not what Acme published", () -> fetch("hello"));
    Files.delete(jar);
    refused("which the index names", () -> fetch("hello"));
    Files.write(jar, content);
    refused(
        "is not in the index of its repository",
        () -> open(Files.writeString(repository.resolve("features/other.json"), "{}")));
    Files.delete(repository.resolve("features/other.json"));
    Made.publish(scratch, repository, acme, "hello", "1.1.0");
    fetch("hello");
    Files.write(index, first);
    Files.write(signature, signed);
    problem("is older than what was seen before");
    Path twin = scratch.resolve("twin");
    Made.publish(scratch.resolve("t"), twin, acme, "bye", "1.0.0");
    Made.publish(scratch.resolve("t"), twin, acme, "bye", "1.1.0");
    api.remove("acme");
    api.add("acme", twin.toString());
    problem("which was seen with other content");
    Files.delete(twin.resolve("index.json"));
    problem("this is no repository");
    api.allowRemote(false);
    api.remove("acme");
    api.add("far", "https://features.example.com/x");
    problem("the network is off");
    refused("no repository offers the feature hello", () -> fetch("hello"));
    Files.createDirectories(scratch.resolve("gone"));
    api.remove("far");
    api.add("gone", scratch.resolve("gone").toString());
    Files.delete(scratch.resolve("gone"));
    problem("there is no /");
  }

  @Test
  void whatIsNoFeature() throws Exception {
    api.allowUnsigned(true);
    refused("name a feature file", () -> open(scratch.resolve("nowhere")));
    refused("is no feature: name", () -> open(Files.writeString(scratch.resolve("a.txt"), "x")));
    refused("is no feature archive", () -> open(Files.writeString(scratch.resolve("a.zip"), "x")));
    refused("no .json and no .jar", () -> open(zip("read.me")));
    refused("leaves the archive", () -> open(zip("../x.json")));
    refused("holds no feature file", () -> open(Files.createDirectory(scratch.resolve("empty"))));
    Path folder = Made.feature(scratch, "loose", "1.0.0");
    Path file = folder.resolve("feature.json");
    String text = Files.readString(file);
    refused("has no \"vendors\"", () -> open(changed(file, text, "\"name\"", "\"vendors\"")));
    refused(
        "an id is group:artifact:version",
        () -> open(changed(file, text, "com.example:loose:1.0.0", "loose")));
    refused(
        "names no version",
        () -> open(changed(file, text, "com.example:loose:1.0.0", "com.example:loose")));
    refused("there is no power", () -> open(changed(file, text, "views.add", "fly")));
    refused("name the hosts", () -> open(changed(file, text, "views.add", "network")));
    refused("is larger than 1 MB", () -> open(changed(file, text, "{", " ".repeat(1 << 20) + "{")));
    Files.writeString(file, text);
    Path jar = folder.resolve("loose-1.0.0.jar");
    Files.writeString(jar, "no jar");
    refused("is no jar", () -> open(folder));
    try (OutputStream out = Files.newOutputStream(jar)) {
      out.write(Files.readAllBytes(zip("x.class")));
    }
    refused("is no bundle", () -> open(folder));
    Files.delete(jar);
    refused("lies beside the feature file", () -> open(folder));
    Files.writeString(folder.resolve("second.json"), text);
    refused("2 feature files (feature.json, second.json)", () -> open(folder));
  }

  private static Path changed(Path file, String text, String part, String other) throws Exception {
    assertTrue(text.contains(part), text);
    return Files.writeString(file, text.replace(part, other));
  }

  private Path zip(String entry) throws Exception {
    Path file = scratch.resolve("made.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
    }
    return file;
  }

  @Test
  void whatIsSentOrWritten() throws Exception {
    trusted();
    Path file = scratch.resolve("out.zip");
    Made.publish(scratch, repository, acme, "bye", "1.0.0");
    api.export(List.of("hello", "bye"), file);
    refused("is there already", () -> api.export(List.of("hello"), file));
    refused("holds 2 features", () -> open(file));
    byte[] none = "no zip".getBytes(StandardCharsets.UTF_8);
    refused("this is no zip file", () -> api.upload(new ByteArrayInputStream(none)));
    Uploads small = new Uploads(scratch.resolve("small"), 3);
    refused("larger than 0 MB", () -> small.take(new ByteArrayInputStream(none)));
    refused("no upload of that id", () -> sources.parts().end("x", _ -> ""));
    String id = sources.parts().begin();
    refused("offset must be", () -> sources.parts().add(id, 7, none));
    Path trust = scratch.resolve("home/data/features/trust.json");
    String text = Files.readString(trust);
    Files.writeString(trust, text + "x");
    refused("put it right", api::trust);
    Files.writeString(trust, text.replace(acme.publicKey().text(), "no key"));
    refused("a public key is", api::trust);
    Files.writeString(trust, text.replace("\"format\": 1", "\"format\": 2"));
    refused("this suite reads format 1", api::trust);
    Files.delete(trust);
    Files.createDirectory(trust);
    refused("cannot read", api::trust);
  }
}
