package org.marquetry.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.JobStatus.State;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Start jobs, try them again, hand them over.
final class JobRunner implements Jobs, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final int KEPT = 200;
  private static final int STOP_SECONDS = 5;
  private static final Words UNKNOWN =
      new Words("某个未启动的组件包的作业", "Work of a bundle that has not started");
  private static final Words STOPPED = new Words("系统在其运行时停止", "the suite stopped while it ran");
  private static final Words CANCELLED = new Words("已取消", "cancelled");
  private static final Words HANDED_OVER = new Words("为移交而停下", "stopped to be handed over");

  private final JobStore store;
  private final InstantSource clock;
  private final Timers timers;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final Map<String, List<Owned>> handlers = new HashMap<>();
  private final Map<String, Words> titles = new HashMap<>(); // also of handlers that went
  private boolean closing;

  private record Owned(JobHandler handler, String owner) {}

  JobRunner(JobStore store, InstantSource clock, Timers timers) {
    this.store = store;
    this.clock = clock;
    this.timers = timers;
    for (JobRecord kept : store.load()) {
      JobRecord now =
          kept.state() == State.RUNNING ? kept.to(State.WAITING, STOPPED, clock.instant()) : kept;
      jobs.put(now.id(), new Job(store, clock, now));
    }
  }

  /// A handler came; its waiting jobs begin.
  ///
  /// @param owner bundle and version of the handler
  synchronized void add(JobHandler handler, String owner) {
    String kind = Actor.SYSTEM.call(handler::kind);
    titles.put(kind, Actor.SYSTEM.call(handler::title));
    handlers.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Owned(handler, owner));
    for (Job job : List.copyOf(jobs.values())) {
      if (job.kept().state() == State.WAITING && job.kept().request().kind().equals(kind)) {
        run(job);
      }
    }
  }

  /// A handler goes: its jobs are asked to save a checkpoint and stop, and go on with the next
  /// handler of their kind. Returns when they have stopped, after 5 s at most.
  void remove(JobHandler handler) {
    List<Job> running;
    synchronized (this) {
      for (List<Owned> owned : handlers.values()) {
        owned.removeIf(o -> o.handler().equals(handler));
      }
      running = jobs.values().stream().filter(j -> j.isRunBy(handler)).toList();
    }
    stop(running);
  }

  private static void stop(List<Job> running) {
    List<Job.Run> runs = new ArrayList<>();
    for (Job job : running) {
      Job.Run run = job.run();
      if (run != null) {
        run.stop(false);
        runs.add(run);
      }
    }
    for (Job.Run run : runs) {
      if (!run.awaitEnd(STOP_SECONDS)) {
        log.error(
            "The job with key {} did not stop within {} s; its bundle must ask cancelled()",
            run.key(),
            STOP_SECONDS);
      }
    }
  }

  @Override
  public synchronized String start(JobRequest request) {
    for (Job job : jobs.values()) {
      JobRequest other = job.kept().request();
      if (!job.kept().state().isOver()
          && other.kind().equals(request.kind())
          && other.key().equals(request.key())) {
        return job.kept().id();
      }
    }
    Job job =
        new Job(
            store,
            clock,
            JobRecord.begin(
                UUID.randomUUID().toString(), request, Actor.current(), clock.instant()));
    job.keep(job.kept());
    jobs.put(job.kept().id(), job);
    run(job);
    forgetOld();
    return job.kept().id();
  }

  private void forgetOld() {
    List<Job> over =
        jobs.values().stream()
            .filter(j -> j.kept().state().isOver())
            .sorted(Comparator.comparing((Job j) -> j.kept().changedAt()).reversed())
            .skip(KEPT)
            .toList();
    for (Job job : over) {
      jobs.remove(job.kept().id());
      store.delete(job.kept().id());
    }
  }

  /// Begin a run on a virtual thread, when there is a handler; the newest one is taken.
  private synchronized void run(Job job) {
    if (closing || job.run() != null || job.kept().state().isOver()) {
      return;
    }
    List<Owned> owned = handlers.getOrDefault(job.kept().request().kind(), List.of());
    if (owned.isEmpty()) {
      String kind = job.kept().request().kind();
      Words why =
          new Words("没有已启动的组件包能做“" + kind + "”作业", "no bundle that runs does jobs of kind " + kind);
      job.keep(job.kept().to(State.WAITING, why, clock.instant()));
      return;
    }
    Owned newest = owned.getLast();
    Job.Run run = Actor.SYSTEM.call(() -> job.begin(newest.handler(), newest.owner()));
    Thread.ofVirtual()
        .name("job-" + job.kept().request().kind())
        .start(() -> job.kept().actor().run(() -> execute(job, run)));
  }

  private void execute(Job job, Job.Run run) {
    try {
      over(job, run.handler().run(run));
    } catch (JobStopped e) {
      stopped(job, run);
    } catch (Exception | LinkageError e) { // a partner's code must not take the suite down
      failed(job, e);
    }
  }

  private synchronized void over(Job job, @Nullable Map<String, String> result) {
    Instant now = clock.instant();
    job.keep(
        result == null
            ? job.kept().to(State.CANCELLED, CANCELLED, now)
            : job.kept().done(result, now));
    store.deleteCheckpoint(job.kept().id());
    job.end();
  }

  private synchronized void stopped(Job job, Job.Run run) {
    if (run.isCancelled()) {
      over(job, null);
      return;
    }
    job.keep(job.kept().to(State.WAITING, HANDED_OVER, clock.instant()));
    job.end();
    run(job);
  }

  private synchronized void failed(Job job, Throwable e) {
    JobRecord kept = job.kept();
    log.warn("Job {} of kind {} failed", kept.id(), kept.request().kind(), e);
    Words why = Words.of(e);
    boolean again = kept.failures() + 1 < kept.request().maxAttempts();
    Instant now = clock.instant();
    job.keep(kept.failed(again ? State.WAITING : State.FAILED, why, now));
    job.end();
    if (again) {
      Duration pause = Duration.ofSeconds(Math.min(60, 1L << kept.failures()));
      Actor.SYSTEM.run(() -> timers.at("jobs." + kept.id(), now.plus(pause), () -> run(job)));
    }
  }

  @Override
  public synchronized Optional<JobStatus> status(String id) {
    return Optional.ofNullable(jobs.get(id)).map(Job::status);
  }

  @Override
  public synchronized Words title(String kind) {
    return titles.getOrDefault(kind, UNKNOWN);
  }

  @Override
  public synchronized List<JobStatus> list() {
    return jobs.values().stream()
        .map(Job::status)
        .sorted(Comparator.comparing(JobStatus::startedAt).reversed())
        .toList();
  }

  @Override
  public synchronized boolean cancel(String id) {
    Job job = jobs.get(id);
    if (job == null || job.kept().state().isOver()) {
      return false;
    }
    Job.Run run = job.run();
    if (run != null) {
      run.stop(true);
    } else {
      over(job, null);
    }
    return true;
  }

  /// Ask every job to save a checkpoint and stop; they go on at the next start.
  @Override
  public void close() {
    List<Job> running;
    synchronized (this) {
      closing = true;
      running = jobs.values().stream().filter(j -> j.run() != null).toList();
    }
    stop(running);
  }
}
