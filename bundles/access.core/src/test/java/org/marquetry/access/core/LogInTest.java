package org.marquetry.access.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.access.api.Audit;
import org.marquetry.access.api.LogIn.Result;
import org.marquetry.access.api.Users;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.h2.H2Databases;

final class LogInTest {
  private static final String RIGHT = "correct horse";

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private H2Databases databases;
  private AccessStore store;
  private UsersService users;
  private LogInService logIn;
  private Users.User ada;

  @BeforeEach
  void open(@TempDir Path folder) {
    databases = new H2Databases(folder, () -> now);
    store = new AccessStore(databases, () -> now);
    users = new UsersService(store);
    logIn = new LogInService(store, () -> now);
    ada = users.add("Ada", RIGHT, Set.of(Roles.ADMINISTRATOR), "zh-CN");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void nameMattersWithoutCaseAndBlanks() {
    Result.Accepted accepted =
        assertInstanceOf(Result.Accepted.class, logIn.logIn("  aDA ", RIGHT, "here"));
    assertEquals(ada.id(), accepted.actor().name());
    assertTrue(accepted.actor().may("anything.atAll"));
    assertEquals("zh-CN", accepted.language());
  }

  @Test
  void wrongPasswordAndUnknownNameAreRefusedAlike() {
    assertEquals(
        logIn.logIn("ada", "wrong password", "a"), logIn.logIn("nobody", "wrong password", "b"));
  }

  @Test
  void unknownNameCostsTheWorkOfAHash() {
    long known = fastest("ada");
    long unknown = fastest("nobody");
    assertTrue(
        unknown * 3 > known && known * 3 > unknown,
        "known " + known + " ns, unknown " + unknown + " ns");
  }

  private long fastest(String name) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long began = System.nanoTime();
      assertInstanceOf(Result.Refused.class, logIn.logIn(name, "wrong password", name + i));
      best = Math.min(best, System.nanoTime() - began);
    }
    return best;
  }

  @Test
  void guessingOneNameIsSlowedDownFromAnyAddress() {
    for (int i = 0; i < 5; i++) {
      assertInstanceOf(Result.Refused.class, logIn.logIn("ada", "guess " + i, "address " + i));
    }
    Result.Throttled throttled =
        assertInstanceOf(Result.Throttled.class, logIn.logIn("ada", RIGHT, "another"));
    assertEquals(Duration.ofSeconds(1), throttled.pause());
    now = now.plusSeconds(1);
    assertInstanceOf(Result.Refused.class, logIn.logIn("ada", "guess", "another"));
    assertEquals(new Result.Throttled(Duration.ofSeconds(2)), logIn.logIn("ada", RIGHT, "another"));
    now = now.plusSeconds(2);
    assertInstanceOf(Result.Accepted.class, logIn.logIn("ada", RIGHT, "another"));
    assertInstanceOf(Result.Refused.class, logIn.logIn("ada", "guess", "another"));
  }

  @Test
  void guessingManyNamesFromOneAddressIsSlowedDown() {
    for (int i = 0; i < 20; i++) {
      assertInstanceOf(
          Result.Refused.class, logIn.logIn("name " + i, "x".repeat(1001), "attacker"));
    }
    assertInstanceOf(Result.Throttled.class, logIn.logIn("ada", RIGHT, "attacker"));
    assertInstanceOf(Result.Accepted.class, logIn.logIn("ada", RIGHT, "office"));
  }

  @Test
  void sessionEndsWithThePasswordAndTheUser() {
    users.add("Bea", RIGHT, Set.of(Roles.ADMINISTRATOR), "en");
    var session = assertInstanceOf(Result.Accepted.class, logIn.logIn("ada", RIGHT, "a")).session();
    assertTrue(logIn.renew(session).isPresent());
    users.changeRoles(ada.id(), Set.of("viewer"));
    assertEquals(false, logIn.renew(session).orElseThrow().actor().may("access.write"));
    users.changePassword(ada.id(), "another password");
    assertTrue(logIn.renew(session).isEmpty());
    var again =
        assertInstanceOf(Result.Accepted.class, logIn.logIn("ada", "another password", "a"))
            .session();
    users.remove(ada.id());
    assertTrue(logIn.renew(again).isEmpty());
  }

  @Test
  void whoConfirmsGivesTheirOwnPasswordAndIsThrottledAndNoted() {
    users.add("Bea", "another password", Set.of("viewer"), "en");
    Actor actor = new Actor(Actor.Kind.USER, ada.id(), Set.of());
    assertInstanceOf(Result.Accepted.class, actor.call(() -> logIn.confirm(RIGHT, "a")));
    for (int i = 0; i < 5; i++) {
      assertInstanceOf(
          Result.Refused.class, actor.call(() -> logIn.confirm("another password", "a")));
    }
    assertInstanceOf(Result.Throttled.class, actor.call(() -> logIn.confirm(RIGHT, "b")));
    assertInstanceOf(Result.Throttled.class, logIn.logIn("ada", RIGHT, "b"));
    List<String> noted =
        new AuditService(store, () -> now)
            .list(Audit.Query.of("user/" + ada.id())).stream()
                .filter(e -> e.act().action().equals("user.confirm"))
                .map(e -> e.actor() + " " + e.act().details().get("password"))
                .toList();
    assertEquals(6, noted.size());
    assertEquals(ada.id() + " right", noted.getLast());
    assertEquals(ada.id() + " wrong", noted.getFirst());
    assertThrows(IllegalStateException.class, () -> logIn.confirm(RIGHT, "a"));
    Actor key = new Actor(Actor.Kind.API_KEY, ada.id(), Set.of("*"));
    assertThrows(IllegalStateException.class, () -> key.call(() -> logIn.confirm(RIGHT, "a")));
  }

  @Test
  void keyIsAcceptedWithItsPermissions() {
    String key = users.makeKey("till", Set.of("data.import"));
    var actor = assertInstanceOf(Result.Accepted.class, logIn.key(key, "a")).actor();
    assertTrue(actor.may("data.import"));
    assertEquals(false, actor.may("access.read"));
    assertInstanceOf(Result.Refused.class, logIn.key(key + "x", "a"));
  }

  @Test
  void lastAdministratorStays() {
    var e = assertThrows(IllegalArgumentException.class, () -> users.remove(ada.id()));
    assertTrue(e.getMessage().contains("last administrator"));
    assertThrows(
        IllegalArgumentException.class, () -> users.changeRoles(ada.id(), Set.of("viewer")));
    assertThrows(
        IllegalArgumentException.class, () -> users.add("ADA ", RIGHT, Set.of("viewer"), "en"));
  }
}
