package org.marquetry.platform.projection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.projection.ProjectionException;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;

class JournalProjectionsTest {
  private static final SnapshotRule OFTEN = new SnapshotRule(300, Duration.ofHours(1));

  @TempDir Path folder;
  private final Random random = new Random(Long.getLong("tests.seed", 3));
  private FileJournal journal;
  private int sent;

  @BeforeEach
  void openJournal() throws IOException {
    journal = FileJournal.open(folder.resolve("journal"), InstantSource.system());
  }

  @AfterEach
  void closeJournal() throws IOException {
    journal.close();
  }

  private JournalProjections projections() {
    return new JournalProjections(journal, folder.resolve("projections"), OFTEN);
  }

  @Test
  void startCatchesUpThenItFollows() throws Exception {
    JournalProjections projections = projections();
    Spending live = new Spending(1);
    send(700);
    projections.start(live);
    assertEquals(700, live.entries(), "start returns when it has caught up");
    send(500);
    until(() -> live.entries() == 1_200);
    assertEquals(0, projections.list().getFirst().behind());
    assertEquals("", projections.list().getFirst().failure());
    projections.stop(live);
    send(10);
    assertEquals(1_200, live.entries());
    assertEquals(List.of(), projections.list());
  }

  @Test
  void rebuiltEqualsLiveByteForByteHoweverItCameAbout() throws Exception {
    Spending first = new Spending(1);
    JournalProjections before = projections();
    before.start(first);
    send(900);
    until(() -> first.entries() == 900);
    before.close();

    JournalProjections after = projections();
    Spending live = new Spending(1);
    send(400);
    after.start(live); // from a snapshot, then replayed
    assertTrue(
        live.folded.get() < 900, "it must begin from a snapshot, folded " + live.folded.get());
    send(300);
    until(() -> live.entries() == 1_600);
    List<byte[]> asLive = live.bytes();
    after.rebuild("spending");
    List<byte[]> rebuilt = live.bytes();
    Spending other = new Spending(2); // another format: no snapshot is read
    after.start(other);
    List<byte[]> fresh = other.bytes();
    for (int p = 0; p < journal.partitions(); p++) {
      assertArrayEquals(asLive.get(p), rebuilt.get(p), "partition " + p);
      assertArrayEquals(asLive.get(p), fresh.get(p), "partition " + p);
    }
    assertTrue(
        asLive.stream().mapToInt(b -> b.length).sum() > 500, "the states must hold something");
    after.close();
  }

  @Test
  void aDamagedSnapshotIsPassedOver() throws Exception {
    for (boolean all : new boolean[] {false, true}) {
      JournalProjections before = projections();
      Spending first = new Spending(1);
      before.start(first);
      for (int i = 0; i < 4; i++) {
        send(350);
        int expected = sent;
        until(() -> first.entries() == expected);
      }
      List<byte[]> expected = first.bytes();
      before.close();
      List<Path> snapshots = snapshots();
      assertTrue(snapshots.size() <= 2 * journal.partitions(), snapshots.toString());
      for (Path file : all ? snapshots : newestOfEach(snapshots)) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= 1;
        Files.write(file, bytes);
      }
      JournalProjections after = projections();
      Spending again = new Spending(1);
      after.start(again);
      for (int p = 0; p < journal.partitions(); p++) {
        assertArrayEquals(expected.get(p), again.bytes().get(p));
      }
      assertEquals(all, again.folded.get() == sent, "folded " + again.folded.get());
      after.close();
    }
  }

  @Test
  void anErasedPersonIsGoneAfterARebuild() throws Exception {
    JournalProjections projections = projections();
    Spending live = new Spending(1);
    projections.start(live);
    send(500);
    until(() -> live.entries() == 500);
    assertTrue(live.customers().contains("c-7"));
    journal.erase(Set.of("c:c-7"));
    projections.rebuild("spending");
    assertEquals(500, live.entries());
    assertTrue(!live.customers().contains("c-7"));
    projections.close();
    for (Path file : snapshots()) {
      assertTrue(
          !new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("c-7|"));
    }
  }

  @Test
  void oneThatStartsDuringARenewalKeepsNothingOfBefore() throws Exception {
    JournalProjections before = projections();
    Spending first = new Spending(1);
    before.start(first);
    send(500);
    until(() -> first.entries() == 500);
    before.close();
    JournalProjections after = projections();
    Spending late = new Spending(1);
    late.atPublish =
        () -> { // its snapshot is read, it is in no list yet
          late.atPublish = () -> {};
          journal.erase(Set.of("c:c-7"));
          after.renew();
        };
    after.start(late);
    assertEquals(500, late.entries());
    assertTrue(!late.customers().contains("c-7"));
    after.close();
  }

  @Test
  void aFoldThatFailsNamesThePlaceAndGoesOnWhenMended() throws Exception {
    JournalProjections projections = projections();
    send(5);
    Spending broken = new Spending(1);
    broken.failure = "told to fail";
    ProjectionException e =
        assertThrows(ProjectionException.class, () -> projections.start(broken));
    assertTrue(
        String.valueOf(e.getMessage()).contains("projection spending, partition"), e.getMessage());
    assertEquals(List.of(), projections.list());
    broken.failure = "";
    projections.start(broken);
    broken.failure = "told to fail again";
    send(5);
    until(() -> projections.list().getFirst().failure().contains("again"));
    broken.failure = "";
    until(() -> broken.entries() == 10);
    projections.close();
    assertThrows(IllegalArgumentException.class, () -> projections.rebuild("spending"));
  }

  private void send(int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          Event.builder("e" + sent++, "ordered", Instant.EPOCH)
              .customer(new CustomerId("c-" + random.nextInt(40)))
              .money(new Money(random.nextInt(10_000), "EUR"))
              .build());
    }
    journal.append(events);
  }

  private List<Path> snapshots() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("projections"))) {
      return files.filter(f -> f.toString().endsWith(".snap")).sorted().toList();
    }
  }

  private static List<Path> newestOfEach(List<Path> sorted) {
    List<Path> newest = new ArrayList<>();
    for (Path file : sorted) {
      String partition = file.getFileName().toString().substring(0, 4);
      newest.removeIf(f -> f.getFileName().toString().startsWith(partition));
      newest.add(file);
    }
    return newest;
  }

  private static void until(BooleanSupplier condition) throws TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("the condition did not come true in 20 s");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
