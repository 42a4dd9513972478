package org.marquetry.data.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/// Users, keys and audit through the door, on the real operational store, over a restart of it.
@OnStores
final class UsersThroughTheDoorTest {
  private static final Path HOME = Path.of("target", "home-of-UsersThroughTheDoorTest");
  private static final String PATH = "/api/v1/users";
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private Client client;

  @BeforeEach
  void open(Felix felix) throws IOException {
    client = Client.open(felix, HOME, PATH);
  }

  @AfterEach
  void close() {
    client.http().close();
  }

  @Test
  void aUserIsAddedChangedRemovedAndRestoredAndTheAuditTells() {
    HttpResponse<String> added = client.post("/api/v1/users", user("Bea " + run), run + "-add");
    assertEquals(200, added.statusCode(), added.body());
    String id = found(ID, added);
    assertEquals(
        added.body(), client.post("/api/v1/users", user("Bea " + run), run + "-add").body());
    assertEquals(422, client.post("/api/v1/users", user("BEA " + run)).statusCode());
    assertFalse(added.body().contains("long enough"), "the password came back");
    // the first user that is no administrator cannot be left alone with that
    HttpResponse<String> admin = client.post("/api/v1/users", admin("Ada " + run));
    assertEquals(200, admin.statusCode(), admin.body());
    HttpResponse<String> roles =
        client.put("/api/v1/users/" + id + "/roles", "{\"roles\":[\"marketer\"]}");
    assertTrue(roles.body().contains("\"roles\":[\"marketer\"]"), roles.body());
    assertEquals(
        204,
        client
            .put("/api/v1/users/" + id + "/password", "{\"password\":\"another password\"}")
            .statusCode());
    assertEquals(204, client.delete("/api/v1/users/" + id).statusCode());
    assertEquals(404, client.delete("/api/v1/users/" + id).statusCode());
    assertFalse(client.get("/api/v1/users").body().contains(id));
    assertTrue(client.get("/api/v1/users?removed=true").body().contains(id));
    HttpResponse<String> restored = client.post("/api/v1/users/" + id + "/restore", "");
    assertEquals(200, restored.statusCode(), restored.body());
    String audit = client.get("/api/v1/audit?object=user/" + id).body();
    int at = 0;
    for (String action :
        new String[] {
          "user.restore", "user.remove", "user.changePassword", "user.changeRoles", "user.add"
        }) {
      int next = audit.indexOf("\"action\":\"" + action + "\"", at);
      assertTrue(next >= at, action + " is missing or out of order in " + audit);
      at = next;
    }
    assertTrue(audit.contains("\"actorKind\":\"command_line\""), audit);
    assertEquals(422, client.get("/api/v1/audit?limit=x").statusCode());
  }

  @Test
  void aKeyOpensTheDoorUntilItIsRemovedAlsoAfterARestartOfTheStore(Felix felix) throws Exception {
    HttpResponse<String> made =
        client.post(
            "/api/v1/keys",
            "{\"label\":\"till " + run + "\",\"permissions\":[\"access.read\"]}",
            run + "-key");
    assertEquals(200, made.statusCode(), made.body());
    String id = found(ID, made);
    Client till = client.with(found(KEY, made));
    assertEquals(200, till.get("/api/v1/users").statusCode());
    assertEquals(403, till.post("/api/v1/users", user("x")).statusCode());
    assertEquals(403, till.get("/api/v1/audit").statusCode());
    restart(
        felix, "org.marquetry.platform.http", "org.marquetry.access.core", "org.marquetry.sql.h2");
    Client again = client.again(HOME, PATH);
    assertEquals(
        made.body(),
        again
            .post(
                "/api/v1/keys",
                "{\"label\":\"till " + run + "\",\"permissions\":[\"access.read\"]}",
                run + "-key")
            .body(),
        "the Idempotency-Key is forgotten");
    assertEquals(200, till.get("/api/v1/users").statusCode());
    assertEquals(204, again.delete("/api/v1/keys/" + id).statusCode());
    assertEquals(401, till.get("/api/v1/users").statusCode());
    assertTrue(again.get("/api/v1/keys").body().contains("\"removedAt\":\"2"));
    assertEquals(200, again.post("/api/v1/keys/" + id + "/restore", "").statusCode());
    assertEquals(200, till.get("/api/v1/users").statusCode());
  }

  @Test
  void rolesAndSettingsAreThere() {
    assertTrue(client.get("/api/v1/roles").body().contains("\"name\":\"marketer\""));
    HttpResponse<String> changed =
        client.put(
            "/api/v1/settings/shop",
            "{\"name\":\"Tea " + run + "\",\"currency\":\"EUR\",\"zone\":\"Europe/Berlin\"}");
    assertEquals(200, changed.statusCode(), changed.body());
    assertEquals(changed.body(), client.get("/api/v1/settings/shop").body());
    HttpResponse<String> wrong =
        client.put(
            "/api/v1/settings/shop", "{\"name\":\"x\",\"currency\":\"Euro\",\"zone\":\"UTC\"}");
    assertEquals(422, wrong.statusCode());
    assertTrue(wrong.body().contains("ISO 4217"), wrong.body());
  }

  /// Stop these in order and start them in the other order, as a restart of the suite does.
  private static void restart(Felix felix, String... names) throws BundleException {
    List<Bundle> bundles =
        Stream.of(names)
            .map(name ->
                Stream.of(felix.context().getBundles())
                    .filter(b -> name.equals(b.getSymbolicName()))
                    .findFirst()
                    .orElseThrow())
            .toList();
    for (Bundle bundle : bundles) {
      bundle.stop();
    }
    for (Bundle bundle : bundles.reversed()) {
      bundle.start();
    }
  }

  private static String user(String name) {
    return user(name, "viewer");
  }

  private static String admin(String name) {
    return user(name, "administrator");
  }

  private static String user(String name, String role) {
    return "{\"name\":\"%s\",\"password\":\"long enough\",\"roles\":[\"%s\"],\"language\":\"en\"}"
        .formatted(name, role);
  }

  private static String found(Pattern pattern, HttpResponse<String> response) {
    Matcher matcher = pattern.matcher(response.body());
    assertTrue(matcher.find(), response.body());
    return matcher.group(1);
  }
}
