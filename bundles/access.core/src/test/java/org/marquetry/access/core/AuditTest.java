package org.marquetry.access.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.access.api.Audit;
import org.marquetry.access.api.LogIn.Result;
import org.marquetry.access.api.ShopSettings.Settings;
import org.marquetry.access.api.Users;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.h2.H2Databases;

final class AuditTest {
  private static final String PASSWORD = "correct horse";
  private static final Actor ADMIN = new Actor(Actor.Kind.USER, "u-admin", Set.of("*"));

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  @TempDir Path folder;
  private H2Databases databases;
  private AccessStore store;
  private UsersService users;
  private AuditService audit;

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, () -> now);
    store = new AccessStore(databases, () -> now);
    users = new UsersService(store);
    audit = new AuditService(store, () -> now);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private Users.User add(String name, String role) {
    return ADMIN.call(() -> users.add(name, PASSWORD, Set.of(role), "en"));
  }

  @Test
  void anAnonymousCallerIsTakenForAVisitorAndNotForTheSuite() {
    Actor visitor = new Actor(Actor.Kind.VISITOR, "visitor", Set.of());
    visitor.run(() -> audit.note(new Audit.Act("page.asked", "page/1", Map.of())));
    Audit.Entry entry = audit.list(Audit.Query.of("page/1")).getFirst();
    assertEquals(Actor.Kind.VISITOR, entry.kind());
    assertEquals("visitor", entry.actor());
  }

  private List<String> history(String object) {
    return audit.list(Audit.Query.of(object)).stream().map(e -> e.act().action()).toList();
  }

  @Test
  void everyChangeIsNotedWithWhoWhenAndWhatAndOutlivesARestart() {
    add("Ada", "administrator");
    Users.User bea = add("Bea", "viewer");
    now = now.plusSeconds(60);
    ADMIN.run(() -> users.changeRoles(bea.id(), Set.of("marketer")));
    ADMIN.run(() -> users.changePassword(bea.id(), "another password"));
    close();
    open();
    List<Audit.Entry> entries = audit.list(Audit.Query.of("user/" + bea.id()));
    assertEquals(
        List.of("user.changePassword", "user.changeRoles", "user.add"),
        entries.stream().map(e -> e.act().action()).toList());
    Audit.Entry roles = entries.get(1);
    assertEquals(now, roles.at());
    assertEquals("u-admin", roles.actor());
    assertEquals(Actor.Kind.USER, roles.kind());
    assertEquals(Map.of("from", "viewer", "to", "marketer"), roles.act().details());
    assertFalse(entries.toString().contains("Bea"), "a name stands in the audit");
  }

  @Test
  void whatIsRefusedIsNotNoted() {
    Users.User ada = add("Ada", "administrator");
    assertThrows(IllegalArgumentException.class, () -> users.remove(ada.id()));
    assertThrows(IllegalArgumentException.class, () -> add("ADA", "viewer"));
    assertEquals(1, audit.list(Audit.Query.newest(100)).size());
    assertEquals(List.of(ada), users.users());
    close();
    open();
    assertEquals(List.of(ada), users.users());
  }

  @Test
  void aRemovedUserIsRestoredWithItsHistory() {
    add("Ada", "administrator");
    Users.User bea = add("Bea", "viewer");
    users.remove(bea.id());
    assertEquals(List.of(bea), users.removed());
    assertInstanceOf(Result.Refused.class, logIn("Bea"));
    close();
    open();
    assertEquals(List.of(bea), users.removed());
    assertEquals(bea, users.restore(bea.id()));
    assertInstanceOf(Result.Accepted.class, logIn("Bea"));
    assertEquals(List.of("user.restore", "user.remove", "user.add"), history("user/" + bea.id()));
    assertThrows(IllegalArgumentException.class, () -> users.restore(bea.id()));
  }

  @Test
  void aRestoredUserCannotTakeANameBack() {
    add("Ada", "administrator");
    Users.User bea = add("Bea", "viewer");
    users.remove(bea.id());
    Users.User second = add("BEA", "viewer");
    String message =
        assertThrows(IllegalArgumentException.class, () -> users.restore(bea.id())).getMessage();
    assertTrue(message.contains("this name"), message);
    assertEquals(List.of(bea), users.removed());
    assertTrue(users.users().contains(second));
  }

  private Result logIn(String name) {
    return new LogInService(store, () -> now).logIn(name, PASSWORD, "here");
  }

  @Test
  void aRemovedKeyIsRefusedUntilItIsRestored() {
    String key = users.makeKey("till", Set.of("data.write"));
    String id = users.keys().getFirst().id();
    assertTrue(key.contains(id));
    LogInService logIn = new LogInService(store, () -> now);
    users.removeKey(id);
    assertInstanceOf(Result.Refused.class, logIn.key(key, "a"));
    assertEquals(now, users.keys().getFirst().removedAt().orElseThrow());
    assertThrows(IllegalArgumentException.class, () -> users.removeKey(id));
    users.restoreKey(id);
    assertInstanceOf(Result.Accepted.class, logIn.key(key, "a"));
    assertEquals(List.of("key.restore", "key.remove", "key.make"), history("key/" + id));
  }

  @Test
  void settingsKeepTheirHistory() {
    ShopSettingsService settings = new ShopSettingsService(store);
    Settings tea = new Settings("Tea", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    Settings more = new Settings("Tea & Co", Currency.getInstance("EUR"), ZoneId.of("UTC"));
    ADMIN.run(() -> settings.change(tea));
    now = now.plusSeconds(5);
    ADMIN.run(() -> settings.change(more));
    close();
    open();
    ShopSettingsService again = new ShopSettingsService(store);
    assertEquals(more, again.settings().orElseThrow());
    assertEquals(List.of(tea, more), again.history().stream().map(c -> c.settings()).toList());
    assertEquals("u-admin", again.history().getLast().by());
    assertEquals(now, again.history().getLast().at());
    assertEquals(List.of("settings.change", "settings.change"), history("settings/shop"));
  }

  @Test
  void othersNoteActsAndPageThroughThem() {
    for (int i = 0; i < 5; i++) {
      String id = "campaign/c-" + i;
      ADMIN.run(
          () -> audit.note(new Audit.Act("campaign.launch", id, Map.of("reach", "茶 \"1\"\n"))));
    }
    List<Audit.Entry> first = audit.list(Audit.Query.newest(3));
    assertEquals("campaign/c-4", first.getFirst().act().object());
    assertEquals("茶 \"1\"\n", first.getFirst().act().details().get("reach"));
    List<Audit.Entry> rest =
        audit.list(new Audit.Query(Optional.empty(), first.getLast().number(), 100));
    assertEquals(
        List.of("campaign/c-1", "campaign/c-0"), rest.stream().map(e -> e.act().object()).toList());
    assertThrows(
        IllegalArgumentException.class, () -> new Audit.Act("launch", "campaign/1", Map.of()));
  }

  private void noted(int count) {
    for (int i = 0; i < count; i++) {
      String id = "campaign/c-" + i;
      ADMIN.run(() -> audit.note(new Audit.Act("campaign.launch", id, Map.of("reach", "茶"))));
      now = now.plusNanos(1_234_567_891);
    }
  }

  private void sql(String sql) {
    store.run(s -> s.update(sql));
  }

  private void brokenAt(long number, long whole) {
    Audit.Verified verified = audit.verify();
    assertEquals(Optional.of(number), verified.brokenAt());
    assertEquals(whole, verified.entries());
  }

  @Test
  void theChainHoldsOverARestartAndTellsWhereItBreaks() {
    add("Ada", "administrator");
    noted(5);
    Audit.Verified before = audit.verify();
    assertEquals(6, before.entries());
    assertEquals(Optional.empty(), before.brokenAt());
    close();
    open();
    noted(1);
    assertEquals(Optional.empty(), audit.verify().brokenAt());

    sql("UPDATE audit SET details = '{}' WHERE number = 3");
    brokenAt(3, 2);
    sql("UPDATE audit SET details = (SELECT details FROM audit WHERE number = 4) WHERE number = 3");
    assertEquals(Optional.empty(), audit.verify().brokenAt(), "as it was");
    sql("UPDATE audit SET noted_at = DATEADD(SECOND, 1, noted_at) WHERE number = 2");
    brokenAt(2, 1);
    sql("UPDATE audit SET noted_at = DATEADD(SECOND, -1, noted_at) WHERE number = 2");
    sql("DELETE FROM audit WHERE number = 7");
    brokenAt(0, 6);
    sql("DELETE FROM audit WHERE number = 4");
    brokenAt(5, 3);
    close();
    open();
    brokenAt(5, 3);
  }

  @Test
  void entriesFromBeforeTheChainAreChainedOnce() {
    noted(3);
    Audit.Verified before = audit.verify();
    sql("UPDATE audit SET chain = NULL");
    sql("DELETE FROM audit_head");
    close();
    open();
    assertEquals(before, audit.verify());
    sql("UPDATE audit SET chain = NULL WHERE number = 2");
    close();
    open();
    brokenAt(2, 1);
  }

  @Test
  void manyAtATimeMakeOneChain() throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String id = "campaign/c-" + i;
      work.add(() -> {
        ADMIN.run(() -> audit.note(new Audit.Act("campaign.stop", id, Map.of())));
        return null;
      });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> done : threads.invokeAll(work)) done.get();
    }
    assertEquals(Optional.empty(), audit.verify().brokenAt());
    assertEquals(50, audit.verify().entries());
  }

  @Test
  void aKeyNeedsWellFormedPermissions() {
    for (Set<String> bad :
        List.of(Set.<String>of(), Set.of("data write"), Set.of("x".repeat(99)))) {
      Supplier<String> make = () -> users.makeKey("till", bad);
      assertThrows(IllegalArgumentException.class, make::get, bad.toString());
    }
  }
}
