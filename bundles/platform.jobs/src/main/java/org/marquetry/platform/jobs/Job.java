package org.marquetry.platform.jobs;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.shop.api.Words;

/// One job: what is kept of it and, while it runs, the run.
final class Job {
  private static final Words WENT_ON = new Words("从检查点继续", "went on from its checkpoint");
  private static final Words AGAIN = new Words("从头重新开始", "started again from the beginning");

  private final JobStore store;
  private final InstantSource clock;
  private volatile JobRecord kept;
  private volatile @Nullable Run run;

  Job(JobStore store, InstantSource clock, JobRecord kept) {
    this.store = store;
    this.clock = clock;
    this.kept = kept;
  }

  JobRecord kept() {
    return kept;
  }

  void keep(JobRecord changed) {
    store.save(changed);
    kept = changed;
  }

  @Nullable Run run() {
    return run;
  }

  boolean isRunBy(JobHandler handler) {
    Run running = run;
    return running != null && running.handler.equals(handler);
  }

  /// Begin a run: says in the note whether it goes on from a checkpoint.
  Run begin(JobHandler handler, String owner) {
    Optional<Checkpoints.Checkpoint> last = store.checkpoint(kept.id());
    Optional<Checkpoints.Checkpoint> usable = last.filter(c -> handler.reads(c.version()));
    Optional<Words> note =
        usable.isPresent()
            ? Optional.of(WENT_ON)
            : last.map(c -> unread(owner, c.version()))
                .or(() -> kept.attempts() == 0 ? Optional.empty() : Optional.of(AGAIN));
    keep(kept.running(owner, note, clock.instant()));
    Run begun = new Run(handler, usable.map(Checkpoints.Checkpoint::bytes));
    run = begun;
    return begun;
  }

  private static Words unread(String owner, int version) {
    return new Words(
        AGAIN.zh() + "：" + owner + " 不能读取版本 " + version + " 的检查点",
        AGAIN.en() + ": " + owner + " does not read checkpoints of version " + version);
  }

  void end() {
    Run ended = run;
    run = null;
    if (ended != null) {
      ended.ended.countDown();
    }
  }

  JobStatus status() {
    JobRecord now = kept;
    Run running = run;
    return new JobStatus(
        now.id(),
        now.request().kind(),
        now.request().key(),
        now.state(),
        running == null ? Optional.empty() : running.step,
        running == null ? (now.state() == JobStatus.State.DONE ? 1 : 0) : running.done,
        now.actor().name(),
        now.owner(),
        now.attempts(),
        now.note(),
        now.result(),
        now.startedAt(),
        now.changedAt());
  }

  /// A run of the job by one handler.
  final class Run implements JobContext {
    private final JobHandler handler;
    private final Optional<ByteBuffer> checkpoint;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<Words> step = Optional.empty();
    private volatile double done;
    private volatile boolean stopping;
    private volatile boolean cancelled;

    private Run(JobHandler handler, Optional<ByteBuffer> checkpoint) {
      this.handler = handler;
      this.checkpoint = checkpoint;
    }

    JobHandler handler() {
      return handler;
    }

    /// Ask it to stop; for good, or to go on later.
    void stop(boolean forGood) {
      cancelled |= forGood;
      stopping = true;
    }

    boolean isCancelled() {
      return cancelled;
    }

    boolean awaitEnd(long seconds) {
      try {
        return ended.await(seconds, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public String key() {
      return kept.request().key();
    }

    @Override
    public Map<String, String> arguments() {
      return kept.request().arguments();
    }

    @Override
    public int attempt() {
      return kept.attempts();
    }

    @Override
    public Optional<byte[]> checkpoint() {
      return checkpoint.map(b -> {
        byte[] bytes = new byte[b.remaining()];
        b.duplicate().get(bytes);
        return bytes;
      });
    }

    @Override
    public void save(byte[] bytes) {
      store.saveCheckpoint(kept.id(), handler.checkpointVersion(), bytes);
    }

    @Override
    public void step(Words what) {
      done = 0;
      step = Optional.of(what);
    }

    @Override
    public void at(double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("done must be in [0, 1], got " + share);
      }
      done = share;
    }

    @Override
    public boolean cancelled() {
      return stopping;
    }
  }
}
