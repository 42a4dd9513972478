package org.marquetry.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobFailed;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.JobStatus.State;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.time.DrivenClock;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.h2.H2Databases;

class JobRunnerTest {
  private static final JobRequest COUNT =
      new JobRequest("test.count", "k", Map.of("to", "1000"), 3);

  @TempDir Path folder;
  private final DrivenClock clock = new DrivenClock(Instant.parse("2025-01-01T00:00:00Z"));

  private H2Databases databases;

  @BeforeEach
  void openStore() {
    databases = new H2Databases(folder.resolve("sql"), clock);
  }

  @AfterEach
  void closeStore() {
    databases.close();
  }

  private JobRunner open() throws IOException {
    Checkpoints checkpoints = new Checkpoints(folder.resolve("jobs"));
    return new JobRunner(
        new JobStore(new JobTables(databases).database(), checkpoints), clock, clock);
  }

  @Test
  void aJobRunsToItsEndAsItsActorAndKeepsItsResult() throws Exception {
    String id;
    try (JobRunner jobs = open()) {
      Counter counter = new Counter(1);
      counter.free = true;
      jobs.add(counter, "demo 1");
      Actor actor = new Actor(Actor.Kind.USER, "u-1", Set.of("x.read"));
      id = actor.call(() -> jobs.start(COUNT));
      until(() -> state(jobs, id) == State.DONE);
      assertEquals(Map.of("count", "1000", "actor", "u-1"), status(jobs, id).result());
      assertEquals("u-1", status(jobs, id).actor());
      assertEquals("demo 1", status(jobs, id).owner());
    }
    closeStore();
    openStore();
    try (JobRunner jobs = open()) {
      assertEquals("1000", status(jobs, id).result().get("count"));
      assertEquals("u-1", status(jobs, id).actor());
      assertEquals(List.of(), files());
    }
  }

  @Test
  void oneJobPerKindAndKey() throws Exception {
    try (JobRunner jobs = open()) {
      Counter counter = new Counter(1);
      jobs.add(counter, "demo 1");
      String id = jobs.start(COUNT);
      assertEquals(id, jobs.start(COUNT));
      String other = jobs.start(JobRequest.of("test.count", "other"));
      assertFalse(id.equals(other));
      until(() -> state(jobs, id) == State.RUNNING && status(jobs, id).done() > 0);
      assertEquals(Optional.of(new Words("计数", "counting")), status(jobs, id).step());
      assertTrue(jobs.cancel(id));
      until(() -> state(jobs, id) == State.CANCELLED);
      assertFalse(jobs.cancel(id));
      assertFalse(id.equals(jobs.start(COUNT)));
    }
  }

  @Test
  void aSwapHandsOverAtTheCheckpoint() throws Exception {
    try (JobRunner jobs = open()) {
      Counter first = new Counter(1);
      Counter second = new Counter(1);
      second.free = true;
      jobs.add(first, "demo 1");
      String id = jobs.start(COUNT);
      until(() -> first.count > 5);
      jobs.add(second, "demo 2"); // side by side
      jobs.remove(first);
      int reached = first.count;
      until(() -> state(jobs, id) == State.DONE);
      assertEquals(reached, second.startedAt);
      assertEquals("demo 2", status(jobs, id).owner());
      assertEquals(2, status(jobs, id).attempts());
      assertTrue(note(jobs, id).en().contains("went on"), note(jobs, id)::toString);
    }
  }

  @Test
  void aKindIsCalledInWordsAlsoAfterItsBundleWent() throws Exception {
    try (JobRunner jobs = open()) {
      assertTrue(jobs.title("test.count").en().contains("not started"));
      Counter counter = new Counter(1);
      jobs.add(counter, "demo 1");
      jobs.remove(counter);
      assertEquals(new Words("测试", "A test"), jobs.title("test.count"));
    }
  }

  @Test
  void aNewVersionThatDoesNotReadTheCheckpointStartsAgainAndSaysSo() throws Exception {
    try (JobRunner jobs = open()) {
      Counter first = new Counter(1);
      jobs.add(first, "demo 1");
      String id = jobs.start(COUNT);
      until(() -> first.count > 5);
      jobs.remove(first);
      assertEquals(State.WAITING, state(jobs, id));
      assertTrue(note(jobs, id).zh().contains("test.count"), note(jobs, id)::toString);
      Counter second = new Counter(2);
      second.free = true;
      jobs.add(second, "demo 2");
      until(() -> state(jobs, id) == State.DONE);
      assertEquals(0, second.startedAt);
      assertTrue(
          note(jobs, id).en().contains("demo 2 does not read checkpoints of version 1"),
          note(jobs, id)::toString);
    }
  }

  @Test
  void aRestartGoesOnFromTheCheckpoint() throws Exception {
    Counter first = new Counter(1);
    String id;
    try (JobRunner jobs = open()) {
      jobs.add(first, "demo 1");
      id = jobs.start(COUNT);
      until(() -> first.count > 5);
    }
    try (JobRunner jobs = open()) {
      assertEquals(State.WAITING, state(jobs, id));
      Counter second = new Counter(1);
      second.free = true;
      jobs.add(second, "demo 1");
      until(() -> state(jobs, id) == State.DONE);
      assertEquals(first.count, second.startedAt);
    }
  }

  @Test
  void aDamagedCheckpointIsPassedOver() throws Exception {
    Checkpoints checkpoints = new Checkpoints(folder);
    checkpoints.save("a", 3, new byte[] {1, 2});
    assertEquals(3, checkpoints.find("a").orElseThrow().version());
    Files.write(folder.resolve("a.checkpoint"), new byte[] {0, 0, 0, 0, 0, 0, 0, 3, 1, 3});
    assertTrue(checkpoints.find("a").isEmpty());
  }

  @Test
  void aFailedJobIsTriedAgainLaterThenGivenUp() throws Exception {
    try (JobRunner jobs = open()) {
      Counter counter = new Counter(1);
      counter.failure = "no disk";
      jobs.add(counter, "demo 1");
      String id = jobs.start(COUNT);
      for (int attempt = 1; attempt <= 3; attempt++) {
        int expected = attempt;
        until(() -> status(jobs, id).attempts() == expected && state(jobs, id) != State.RUNNING);
        assertEquals(Words.reported("no disk"), note(jobs, id));
        clock.advanceTo(clock.now().plusSeconds(60));
      }
      until(() -> state(jobs, id) == State.FAILED);
      assertEquals(3, status(jobs, id).attempts());
    }
  }

  @Test
  void aFailureInBothLanguagesIsKeptAndANoteOfBeforeIsShownAsItWas() throws Exception {
    String id;
    try (JobRunner jobs = open()) {
      Counter counter = new Counter(1);
      counter.refusal = Optional.of(new Words("磁盘已满", "the disk is full"));
      jobs.add(counter, "demo 1");
      id = jobs.start(JobRequest.of("test.count", "k"));
      until(() -> state(jobs, id) == State.FAILED);
    }
    closeStore();
    openStore();
    try (JobRunner jobs = open()) {
      assertEquals(new Words("磁盘已满", "the disk is full"), note(jobs, id));
    }
    new JobTables(databases)
        .database()
        .transaction(s -> s.update("UPDATE jobs SET note = 'disk full', note_zh = ''"));
    try (JobRunner jobs = open()) {
      assertEquals(new Words("disk full", "disk full"), note(jobs, id));
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("jobs"))) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  private static JobStatus status(JobRunner jobs, String id) {
    return jobs.status(id).orElseThrow();
  }

  private static Words note(JobRunner jobs, String id) {
    return status(jobs, id).note().orElseThrow();
  }

  private static State state(JobRunner jobs, String id) {
    return status(jobs, id).state();
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

  /// Counts up, a checkpoint at each number; slow until it is set free.
  private static final class Counter implements JobHandler {
    private final int version;
    private volatile int count;
    private volatile int startedAt;
    private volatile boolean free;
    private volatile String failure = "";
    private volatile Optional<Words> refusal = Optional.empty();

    Counter(int version) {
      this.version = version;
    }

    @Override
    public String kind() {
      return "test.count";
    }

    @Override
    public Words title() {
      return new Words("测试", "A test");
    }

    @Override
    public int checkpointVersion() {
      return version;
    }

    @Override
    public Map<String, String> run(JobContext job) throws IOException {
      int to = Integer.parseInt(job.arguments().getOrDefault("to", "1000"));
      int from = job.checkpoint().map(b -> ByteBuffer.wrap(b).getInt()).orElse(0);
      startedAt = from;
      if (refusal.isPresent()) {
        throw new JobFailed(refusal.get());
      }
      job.step(new Words("计数", "counting"));
      for (int n = from; n < to; n++) {
        if (!failure.isEmpty()) {
          throw new IOException(failure);
        }
        if (job.cancelled()) {
          throw new JobStopped();
        }
        if (n < 20 || !free) {
          job.save(ByteBuffer.allocate(4).putInt(n + 1).array());
          LockSupport.parkNanos(free ? 0 : 2_000_000);
        }
        count = n + 1;
        job.at((double) count / to);
      }
      return Map.of("count", Integer.toString(count), "actor", Actor.current().name());
    }
  }
}
