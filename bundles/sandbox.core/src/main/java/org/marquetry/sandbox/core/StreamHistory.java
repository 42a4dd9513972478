package org.marquetry.sandbox.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.WarehouseLoader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The job that streams the past through the door; its checkpoint is the number of events sent.
/// When the past was told before, it is lived again only, so that the world can go on.
@Component
public final class StreamHistory implements JobHandler {
  static final String KIND = "sandbox.stream";
  private static final int BATCH = 5_000;
  private static final int FIRST_PICTURES = 24; // what the catalogue's first page shows
  private static final int FIRST_AT = Setting.PAST / 4;
  private static final int SAVE_EVERY = 200_000; // events that a kill makes it send again

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Living living;
  private final Jobs jobs;
  private final WarehouseLoader warehouse;

  @Activate
  public StreamHistory(
      @Reference Living living, @Reference Jobs jobs, @Reference WarehouseLoader warehouse) {
    this.living = living;
    this.jobs = jobs;
    this.warehouse = warehouse;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("载入示例商店的历史", "Loading the sample shop’s history");
  }

  @Override
  public Map<String, String> run(JobContext job) throws IOException {
    Optional<Kept> before = Kept.read(living.home());
    Kept kept = before.isPresent() ? before.get() : Kept.begin(Setting.of(job.arguments()));
    job.step(
        kept.isPastTold()
            ? new Words("重演过去", "remembering the past")
            : new Words("向接口发送过去的事件", "streaming the past through the door"));
    kept.write(living.home());
    World world = new World(kept.setting());
    long events;
    try (Door door = Door.of(living.home())) {
      events = stream(world, kept, door, job);
    }
    if (!kept.isPastTold()) {
      kept = kept.told(living.ends(), world.season().start(Setting.PAST));
      kept.write(living.home());
    }
    living.begin(world, kept);
    job.step(new Words("把过去的事件载入数据仓库", "loading the past into the warehouse"));
    awaitLoaded(kept.from(), job);
    DrawPictures.start(jobs, kept.setting(), Integer.MAX_VALUE);
    return Map.of("events", Long.toString(events));
  }

  /// The world is lived anew after a stop; what was sent before is left out.
  private long stream(World world, Kept kept, Door open, JobContext job) throws IOException {
    Optional<Door> door = kept.isPastTold() ? Optional.empty() : Optional.of(open);
    long done = door.isEmpty() ? Long.MAX_VALUE : job.checkpoint().map(this::number).orElse(0L);
    long sent = 0;
    long saved = done;
    List<Event> waiting = new ArrayList<>();
    while (world.day() < Setting.PAST) {
      world.live();
      for (Event event : world.take(world.season().start(world.day()))) {
        if (sent++ >= done) {
          waiting.add(event);
        }
        if (waiting.size() == BATCH) {
          send(door, waiting);
        }
      }
      living.telling(sent);
      job.at((double) world.day() / Setting.PAST);
      if (door.isPresent() && world.day() == FIRST_AT) {
        DrawPictures.start(jobs, kept.setting(), FIRST_PICTURES); // the rest when all is told
      }
      boolean stops = job.cancelled();
      if (stops || sent - saved >= SAVE_EVERY) {
        send(door, waiting);
        if (door.isPresent()) {
          door.get().await();
        }
        saved = Math.max(sent, done);
        job.save(Long.toString(saved).getBytes(StandardCharsets.US_ASCII));
      }
      if (stops) {
        throw new JobStopped();
      }
    }
    send(door, waiting);
    if (door.isPresent()) {
      door.get().await();
    }
    return sent;
  }

  /// Wait until the warehouse holds what was told, so that the job's end is the true one.
  private void awaitLoaded(List<Long> told, JobContext job) {
    long all = Math.max(1, told.stream().mapToLong(Long::longValue).sum());
    for (long left = left(told); left > 0; left = left(told)) {
      if (job.cancelled()) {
        throw new JobStopped();
      }
      job.at(1 - (double) left / all);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private long left(List<Long> told) {
    return Actor.SYSTEM.call(() -> {
      long left = 0;
      for (int p = 0; p < told.size(); p++) {
        long loaded = warehouse.cursor("events/" + p).map(Long::parseLong).orElse(0L);
        left += Math.max(0, told.get(p) - loaded);
      }
      return left;
    });
  }

  private static void send(Optional<Door> door, List<Event> waiting) throws IOException {
    if (door.isPresent()) {
      door.get().send(waiting);
    }
    waiting.clear();
  }

  private long number(byte[] checkpoint) {
    return Long.parseLong(new String(checkpoint, StandardCharsets.US_ASCII));
  }
}
