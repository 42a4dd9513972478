package org.marquetry.data.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.TestBundle;
import org.osgi.framework.Bundle;

/// Settings of an extension through the door, on the real operational store, into its component.
@OnStores
final class SettingsThroughTheDoorTest {
  private static final Path HOME = Path.of("target", "home-of-SettingsThroughTheDoorTest");
  private static final String ALL = "/api/v1/settings/components";
  private static final String TUNED = ALL + "/com.example.tuned";
  private static final String UNSET = "10 safe a+b false ''";

  private final String secret = "s3cret-" + UUID.randomUUID();
  private Client client;
  private Bundle extension;

  @BeforeEach
  void open(Felix felix) throws IOException {

    felix.bundle("test.installed").with(TunedIsInstalled.class).start();
    extension = extension(felix).start();
    client = Client.open(felix, HOME, ALL, "org.marquetry.settings.core");
    assertEquals(200, client.post(TUNED + "/reset", "").statusCode());
    is(felix, UNSET);
  }

  private static TestBundle extension(Felix felix) {
    return felix.bundle("com.example.tuned").with(Tuned.class, TunedSettings.class);
  }

  @AfterEach
  void close() {
    client.http().close();
  }

  @Test
  void valuesReachTheComponentAreRefusedRestoredAndReset(Felix felix) {
    String listed = client.get(ALL).body();
    assertTrue(
        listed.contains("\"component\":\"com.example.tuned\",\"feature\":\"tuned\""), listed);
    assertFalse(listed.contains("jetty"), listed);
    assertTrue(listed.contains("\"kind\":\"WHOLE\",\"many\":false,\"min\":1,\"max\":60"), listed);
    assertTrue(listed.contains("\"choices\":[\"fast\",\"safe\"]"), listed);

    HttpResponse<String> set = put("seconds", "20", "mode", "fast", "loud", "true");
    assertEquals(200, set.statusCode(), set.body());
    is(felix, "20 fast a+b true ''");
    client.put(TUNED, "{\"values\":[{\"key\":\"hosts\",\"value\":[\"x\",\"y\",\"z\"]}]}");
    is(felix, "20 fast x+y+z true ''");

    HttpResponse<String> refused = put("seconds", "61", "mode", "slow", "loud", "false", "no", "1");
    assertEquals(422, refused.statusCode());
    for (String part :
        List.of(
            "\"pointer\":\"/values/0/value\",\"detail\":\"seconds must be at most 60\"",
            "mode must be one of fast, safe",
            "no is no setting of com.example.tuned")) {
      assertTrue(refused.body().contains(part), refused.body());
    }
    is(felix, "20 fast x+y+z true ''");
    assertEquals(422, client.get(ALL + "/org.marquetry.platform.http").statusCode());

    String history = client.get(TUNED + "/history").body();
    String first = history.replaceAll(".*\"number\":(\\d+)[^}]*\\[\\{\"key\":\"loud\".*", "$1");
    assertEquals(200, client.post(TUNED + "/reset", "").statusCode());
    is(felix, UNSET);
    HttpResponse<String> restored = client.post(TUNED + "/restore", "{\"number\":" + first + "}");
    assertEquals(200, restored.statusCode(), restored.body() + history);
    is(felix, "20 fast a+b true ''");
    String audit = client.get("/api/v1/audit?object=settings/com.example.tuned").body();
    assertTrue(
        audit.contains("\"settings.restore\"") && audit.contains("\"seconds\":\"20\""), audit);
  }

  @Test
  void aSecretReachesItsComponentOnly(Felix felix) throws Exception {
    HttpResponse<String> set = put(".token", secret);
    assertEquals(200, set.statusCode(), set.body());
    is(felix, "10 safe a+b false '" + secret + "'");
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(HOME.resolve("settings.key")));
    for (String path :
        List.of(
            ALL, TUNED, TUNED + "/history", "/api/v1/audit?object=settings/com.example.tuned")) {
      assertFalse(client.get(path).body().contains(secret), path);
    }
    assertFalse(set.body().contains(secret), set.body());
    assertTrue(
        client.get(TUNED + "/history").body().contains("{\"key\":\".token\",\"value\":[\"***\"]}"));
    Path framework = felix.context().getDataFile("").toPath().toAbsolutePath();
    assertEquals(List.of(), holding(HOME));
    assertEquals(List.of(), holding(Path.of(framework.toString().replaceFirst("/bundle0.*", ""))));

    Path file = Files.writeString(HOME.resolve("token.txt"), "from-a-file\n");
    assertEquals(200, put(".token", "file:" + file.toAbsolutePath()).statusCode());
    is(felix, "10 safe a+b false 'from-a-file'");
    assertTrue(client.get(TUNED).body().contains("\"value\":[\"file:"), "a reference is no secret");
    HttpResponse<String> nowhere = put(".token", "env:NOBODY_SETS_THIS");
    assertEquals(422, nowhere.statusCode());
    assertTrue(nowhere.body().contains("NOBODY_SETS_THIS, which is not set"), nowhere.body());
  }

  @Test
  void whatWasSetCountsAgainAfterARestartAndWhenTheExtensionComesBack(Felix felix)
      throws Exception {
    put("seconds", "33", ".token", secret);
    felix.remove(extension);
    Bundle core = bundle(felix, "org.marquetry.settings.core");
    core.stop();
    felix.start("org.marquetry.platform.configuration"); // deletes what the operator did not write
    core.start();
    extension = extension(felix).version("1.0.0").start();
    is(felix, "33 safe a+b false '" + secret + "'");
  }

  private static Bundle bundle(Felix felix, String name) {
    return Stream.of(felix.context().getBundles())
        .filter(b -> name.equals(b.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> put(String... keysAndValues) {
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values
          .append(values.isEmpty() ? "" : ",")
          .append(
              "{\"key\":\"%s\",\"value\":[\"%s\"]}"
                  .formatted(keysAndValues[i], keysAndValues[i + 1]));
    }
    return client.put(TUNED, "{\"values\":[" + values + "]}");
  }

  private static void is(Felix felix, String given) {
    Felix.until(
        "the component is given " + given,
        () -> given.equals(felix.await(Supplier.class, "(tuned=true)").get()));
  }

  /// Files that hold the secret, as it is typed or as Java keeps it.
  private List<Path> holding(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(this::holds).toList();
    }
  }

  private boolean holds(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
    } catch (IOException goneMeanwhile) {
      return false;
    }
  }
}
