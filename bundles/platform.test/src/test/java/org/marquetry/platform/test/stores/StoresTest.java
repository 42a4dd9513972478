package org.marquetry.platform.test.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.Schedules;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalListener;
import org.marquetry.platform.api.projection.Projection;
import org.marquetry.platform.api.projection.Projections;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.platform.api.time.VirtualClock;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.InFelix;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Words;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/// Clock, journal, jobs and projections as services behind the gate.
@InFelix(
    bundles = {
      "com.h2database",
      "org.marquetry.shop.api",
      "org.marquetry.platform.api",
      "org.marquetry.sql.api",
      "org.marquetry.privacy.api",
      "org.marquetry.platform.gate",
      "org.marquetry.platform.time",
      "org.marquetry.platform.journal",
      "org.marquetry.sql.h2",
      "org.marquetry.platform.jobs",
      "org.marquetry.platform.projection"
    },
    properties = {
      "marquetry.home=target/home-of-stores",
      "marquetry.clock=virtual:2025-01-01T00:00:00Z"
    })
final class StoresTest {
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  private Event event(int i) {
    return Event.builder(run + "-" + i, "viewed", Instant.EPOCH)
        .customer(new CustomerId("c-" + i))
        .build();
  }

  @Test
  void aListenerGetsWhatIsAppendedThroughTheGate(Felix felix) {
    Journal journal = felix.await(Journal.class);
    assertThrows(PermissionDenied.class, () -> journal.append(event(0)));
    List<String> got = new CopyOnWriteArrayList<>();
    JournalListener listener =
        new JournalListener() {
          @Override
          public String name() {
            return "test-" + run;
          }

          @Override
          public void accept(int partition, List<JournalEntry> entries) {
            entries.forEach(e -> e.event().map(Event::id).filter(this::isOurs).ifPresent(got::add));
          }

          private boolean isOurs(String id) {
            return id.startsWith(run);
          }
        };
    felix
        .context()
        .registerService(
            JournalListener.class,
            listener,
            FrameworkUtil.asDictionary(Map.of("marquetry.provider", "test")));
    Actor.SYSTEM.run(() -> {
      for (int i = 0; i < 50; i++) {
        assertTrue(journal.append(event(i)).isNew());
      }
      assertEquals(false, journal.append(event(7)).isNew());
    });
    Felix.until("the listener has all events", () -> got.size() == 50);
  }

  @Test
  void aProjectionStartedThroughTheGateFollows(Felix felix) {
    Projections projections = felix.await(Projections.class);
    Journal journal = felix.await(Journal.class);
    Count count = new Count();
    Actor.SYSTEM.run(() -> {
      journal.append(event(100));
      projections.start(count);
      long before = count.sum();
      journal.append(event(101));
      Felix.until("the projection has moved", () -> count.sum() == before + 1);
      projections.stop(count);
    });
  }

  @Test
  void aJobGoesOnWithTheNextVersionOfItsHandler(Felix felix) {
    Jobs jobs = felix.await(Jobs.class);
    ServiceRegistration<JobHandler> first =
        felix.context().registerService(JobHandler.class, new Waits(), null);
    String id = Actor.SYSTEM.call(() -> jobs.start(JobRequest.of("test.wait", run)));
    Felix.until("the job runs", () -> status(jobs, id).state() == JobStatus.State.RUNNING);
    first.unregister();
    assertEquals(JobStatus.State.WAITING, status(jobs, id).state());
    felix.context().registerService(JobHandler.class, new Ends(), null);
    Felix.until("the job is done", () -> status(jobs, id).state() == JobStatus.State.DONE);
    assertEquals(Map.of("answer", "42"), status(jobs, id).result());
  }

  @Test
  void aScheduleStartsItsJobWhenTheClockGetsThere(Felix felix) {
    Schedules schedules = felix.await(Schedules.class);
    VirtualClock clock = felix.await(VirtualClock.class);
    Jobs jobs = felix.await(Jobs.class);
    felix.context().registerService(JobHandler.class, new Ends(), null);
    Schedule nightly =
        new Schedule(
            "test." + run,
            "0 3 * * *",
            Schedule.Missed.SKIP,
            JobRequest.of("test.wait", "scheduled " + run));
    Actor.SYSTEM.run(() -> {
      Instant due = schedules.put(nightly).next();
      clock.advanceTo(due);
      String job = schedules.list().getFirst().lastJob().orElse("none");
      Felix.until("the job is done", () -> status(jobs, job).state() == JobStatus.State.DONE);
      assertTrue(schedules.remove("test." + run));
    });
  }

  @Test
  void theClockIsDriven(Felix felix) {
    VirtualClock clock = felix.await(VirtualClock.class);
    Timers timers = felix.await(Timers.class);
    InstantSource now = felix.await(InstantSource.class);
    List<Instant> ran = new ArrayList<>();
    Actor.SYSTEM.run(() -> {
      Instant due = clock.now().plusSeconds(3_600);
      timers.at("test", due, () -> ran.add(now.instant()));
      clock.advanceTo(due.plusSeconds(3_600));
      assertEquals(List.of(due), ran);
      ShopZone zone = felix.await(ShopZone.class);
      assertEquals(zone.day(now.instant()), zone.today());
    });
  }

  private static JobStatus status(Jobs jobs, String id) {
    return Actor.SYSTEM.call(() -> jobs.status(id).orElseThrow());
  }

  /// Waits until it is asked to stop.
  private static final class Waits implements JobHandler {
    @Override
    public String kind() {
      return "test.wait";
    }

    @Override
    public Words title() {
      return new Words("测试", "A test");
    }

    @Override
    public Map<String, String> run(JobContext job) {
      Felix.until("the job is asked to stop", job::cancelled);
      throw new JobStopped();
    }
  }

  /// Is done at once.
  private static final class Ends implements JobHandler {
    @Override
    public String kind() {
      return "test.wait";
    }

    @Override
    public Words title() {
      return new Words("测试", "A test");
    }

    @Override
    public Map<String, String> run(JobContext job) {
      return Map.of("answer", "42");
    }
  }

  /// Counts entries.
  private static final class Count implements Projection<Long> {
    private final Map<Integer, Long> counts = new ConcurrentHashMap<>();

    long sum() {
      return counts.values().stream().mapToLong(c -> c).sum();
    }

    @Override
    public String name() {
      return "test.count";
    }

    @Override
    public int formatVersion() {
      return 1;
    }

    @Override
    public Long empty(int partition) {
      return 0L;
    }

    @Override
    public Long fold(Long state, List<JournalEntry> entries) {
      return state + entries.size();
    }

    @Override
    public void write(Long state, OutputStream out) throws IOException {
      out.write(Long.toString(state).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Long read(int partition, InputStream in) throws IOException {
      return Long.valueOf(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    }

    @Override
    public void publish(int partition, Long state, long next) {
      counts.put(partition, state);
    }
  }
}
