package org.marquetry.privacy.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.access.api.Users;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobFailed;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.privacy.api.ErasureStatus;
import org.marquetry.privacy.api.ErasureStatus.State;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.spi.PersonalData.Layer;

class ErasureTest {
  private static final String ANNA = "anna-77,device-anna,anna.u@example.test";
  private static final String BOB = "bob-1,device-bob,bob@example.test";
  private static final PersonIds HER = PersonIds.of(Kind.CUSTOMER, "anna-77");
  private static final Instant NOW = Instant.parse("2025-05-05T10:00:00Z");

  @TempDir Path home;
  private final List<String> started = new ArrayList<>();
  private FileStore facts;
  private FileStore derived;
  private Stores stores;
  private ErasureBook book;
  private PrivacyService privacy;
  private ErasureJob job;

  @BeforeEach
  void start() throws IOException {
    derived = new FileStore(home, "derived", Layer.DERIVED, ANNA, BOB);
    facts = new FileStore(home, "facts", Layer.FACTS, ANNA, BOB);
    derived.calls = facts.calls;
    stores = new Stores().with(derived, facts);
    book = new ErasureBook(home);
    privacy =
        new PrivacyService(home, stores, book, new JobsTo(this::started), InstantSource.fixed(NOW));
    job = new ErasureJob(home, stores, book, InstantSource.fixed(NOW));
  }

  private String started(JobRequest request) {
    started.add(request.key());
    return request.key();
  }

  private void run(String key) throws Exception {
    job.run(new QuietRun(key));
  }

  @Test
  void erasesFromUpstreamToDownstreamAndForgetsTheIdentifiers() throws Exception {
    assertEquals(2, privacy.export(HER).size());
    ErasureStatus asked = privacy.erase(HER, "person-asked");
    assertEquals(State.OPEN, asked.state());
    assertEquals(asked.id(), privacy.erase(HER, "person-asked").id(), "asked twice, one erasure");
    run(asked.id());
    assertEquals(
        List.of("erase facts", "compact facts", "erase derived", "compact derived"), facts.calls);
    ErasureStatus done = privacy.erasure(asked.id()).orElseThrow();
    assertEquals(State.DONE, done.state());
    assertEquals(Map.of("facts", 1L, "derived", 1L), done.erased());
    assertEquals(List.of(), privacy.export(HER));
    assertEquals(2, privacy.export(PersonIds.of(Kind.CUSTOMER, "bob-1")).size());
    assertNothingOfAnna();
  }

  /// The whole home, with the list of erasures.
  private void assertNothingOfAnna() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        assertFalse(text.contains("anna"), file + ": " + text);
      }
    }
  }

  @Test
  void whereAnotherMayEraseOneAsksAndAnotherConfirms() throws Exception {
    privacy.users = others(true);
    ErasureStatus asked = as("ada", () -> privacy.erase(HER, "person-asked"));
    assertEquals(State.ASKED, asked.state());
    assertEquals(asked, as("bob", () -> privacy.erase(HER, "again")), "one erasure");
    assertEquals(List.of(), started);
    run("any");
    assertEquals(2, privacy.export(HER).size(), "nothing begins");
    assertEquals(1, new PrivacyAgenda(book).items(NOW).size());
    assertThrows(
        IllegalArgumentException.class, () -> as("ada", () -> privacy.confirm(asked.id())));
    start(); // a restart forgets nothing
    privacy.users = others(true);
    assertEquals(Optional.of(asked), privacy.pending(HER));
    assertEquals(State.OPEN, as("bob", () -> privacy.confirm(asked.id())).state());
    assertEquals(State.OPEN, as("bob", () -> privacy.confirm(asked.id())).state(), "twice is once");
    run(asked.id());
    assertEquals(State.DONE, privacy.erasure(asked.id()).orElseThrow().state());
    assertNothingOfAnna();
  }

  @Test
  void aRefusedErasureIsForgotten() {
    privacy.users = others(true);
    ErasureStatus asked = as("ada", () -> privacy.erase(HER, "person-asked"));
    as(
        "bob",
        () -> {
          privacy.refuse(asked.id());
          return asked;
        });
    assertEquals(Optional.empty(), privacy.pending(HER));
    assertEquals(List.of(), privacy.erasures());
    assertThrows(IllegalStateException.class, () -> as("bob", () -> privacy.confirm(asked.id())));
  }

  private static ErasureStatus as(String name, Supplier<ErasureStatus> act) {
    return new Actor(Actor.Kind.USER, name, Set.of("*")).call(act);
  }

  /// Users of whom only is known whether another may erase.
  private static Users others(boolean may) {
    return (Users)
        Proxy.newProxyInstance(
            Users.class.getClassLoader(), new Class<?>[] {Users.class}, (_, _, _) -> may);
  }

  @Test
  void goesOnAfterACrashAtAnyPoint() throws Exception {
    for (String point : List.of("before facts", "after facts", "before derived", "after derived")) {
      Files.writeString(home.resolve("data/facts/people.csv"), ANNA + "\n" + BOB);
      Files.writeString(home.resolve("data/derived/people.csv"), ANNA + "\n" + BOB);
      start();
      FileStore failing = point.endsWith("facts") ? facts : derived;
      failing.failBefore = point.startsWith("before");
      failing.failAfter = point.startsWith("after");
      ErasureStatus asked = privacy.erase(PersonIds.of(Kind.EMAIL, "anna.u@example.test"), "test");
      assertThrows(IllegalStateException.class, () -> run(asked.id()), point);
      assertFalse(privacy.erasure(asked.id()).orElseThrow().message().isEmpty(), point);
      started.clear();
      start(); // the suite is started again; what was known of her may be gone from the stores
      assertEquals(List.of(asked.id()), started, point);
      run(asked.id());
      assertEquals(State.DONE, privacy.erasure(asked.id()).orElseThrow().state(), point);
      assertNothingOfAnna();
    }
  }

  @Test
  void aFileThatStillHoldsAnIdentifierIsNamedUntilItIsGone() throws Exception {
    Path log =
        Files.writeString(home.resolve("data/facts/old.log"), "mail to anna.u@example.test.");
    Path other =
        Files.writeString(home.resolve("data/facts/b.log"), "joanna.u@example.test anna-770");
    ErasureStatus asked = privacy.erase(HER, "test");
    JobFailed left = assertThrows(JobFailed.class, () -> run(asked.id()));
    assertTrue(
        String.valueOf(left.getMessage()).contains("[data/facts/old.log]"), left.getMessage());
    assertEquals(State.OPEN, privacy.erasure(asked.id()).orElseThrow().state());
    Files.delete(log);
    run(asked.id());
    assertEquals(State.DONE, privacy.erasure(asked.id()).orElseThrow().state());
    assertTrue(Files.exists(other));
  }

  @Test
  void aRestoredBackupIsBroughtUpToTheErasuresAfterIt() throws Exception {
    byte[] backup = Files.readAllBytes(home.resolve("data/facts/people.csv"));
    ErasureStatus asked = privacy.erase(HER, "test");
    run(asked.id());
    start();
    assertFalse(started.contains(ErasureJob.RESTORED), "nothing was restored");

    Files.write(home.resolve("data/facts/people.csv"), backup);
    Files.delete(home.resolve("data/privacy/applied"));
    started.clear();
    start();
    assertEquals(List.of(ErasureJob.RESTORED), started);
    run(ErasureJob.RESTORED);
    assertEquals(List.of(), privacy.export(HER));
    assertNothingOfAnna();
    assertEquals(
        List.of(State.DONE, State.DONE),
        privacy.erasures().stream().map(ErasureStatus::state).toList());
    started.clear();
    start();
    assertEquals(List.of(), started);
  }

  @Test
  void whoComesBackAfterwardsIsNotErasedAgain() throws Exception {
    run(privacy.erase(HER, "test").id());
    Files.writeString(home.resolve("data/facts/people.csv"), ANNA + "\n" + BOB);
    started.clear();
    start();
    assertEquals(List.of(), started);
    assertEquals(1, privacy.export(HER).size());
  }

  @Test
  void nobodyIsErasedWhileAStoreIsStopped() throws Exception {
    privacy.declarations();
    privacy.undeclared();
    stores.with(facts);
    ErasureStatus asked = privacy.erase(HER, "test");
    JobFailed half = assertThrows(JobFailed.class, () -> run(asked.id()));
    assertTrue(String.valueOf(half.getMessage()).contains("[data/derived]"), half.getMessage());
    assertEquals(List.of(), facts.calls);
  }

  @Test
  void aFolderThatNobodyDeclaredIsTold() throws IOException {
    assertEquals(List.of(), privacy.undeclared());
    Files.createDirectories(home.resolve("data/jobs"));
    assertEquals(List.of(), privacy.undeclared());
    Files.createDirectories(home.resolve("data/diary")); // the planted breach
    assertEquals(List.of("data/diary"), privacy.undeclared());
    assertFalse(new PrivacyHealth(home, stores, book).check().message().isEmpty());
    assertTrue(new PrivacyHealth(home, stores, book).check().message().contains("data/diary"));
  }

  @Test
  void whatIsSharedIsLeftAloneAndWhoIsNotClearIsRefused() throws Exception {
    Files.writeString(
        home.resolve("data/facts/people.csv"),
        "anna-77,pad,anna.u@example.test\nbob-1,pad,bob@example.test\neve-2,e,bob@example.test");
    PersonIds whole = stores.whole(HER);
    assertFalse(whole.of(Kind.VISITOR).contains("pad"));
    assertThrows(
        IllegalArgumentException.class,
        () -> privacy.erase(HER.and(Kind.VISITOR, Set.of("pad")), "test"));
    assertThrows(
        IllegalArgumentException.class,
        () -> privacy.export(PersonIds.of(Kind.EMAIL, "bob@example.test")));
    assertThrows(IllegalArgumentException.class, () -> privacy.export(PersonIds.NONE));
    assertThrows(IllegalArgumentException.class, () -> privacy.erase(HER, "Anna called us!"));
  }

  @Test
  void theListOfErasuresNamesNobodyAndItsLossIsNoticed() throws Exception {
    run(privacy.erase(HER, "test").id());
    Path list = home.resolve("privacy/erasures.json");
    List<String> hashes = new ArrayList<>(book.done().getFirst().hashes());
    assertEquals(2, hashes.size());
    assertTrue(Files.readString(list).contains(hashes.getFirst()));
    Files.delete(list);
    start();
    assertTrue(
        new PrivacyHealth(home, stores, book).check().message().contains("older than the data"));
  }
}
