package org.marquetry.data.sources;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.access.api.Audit;
import org.marquetry.data.api.Sources;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.Schedules;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps sources and their schedules; every change is audited.
@Provider("stored")
@Component
public final class StoredSources implements Sources {
  private static final int MOST_RUNS = 200;
  private static final int MAX_NAME = 100;
  private static final int ID_BYTES = 8;

  private final SourceTable table;
  private final Places places;
  private final Audit audit;
  private final Jobs jobs;
  private final Schedules schedules;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  @Activate
  public StoredSources(
      @Reference SourceTable table,
      @Reference Places places,
      @Reference Audit audit,
      @Reference Jobs jobs,
      @Reference Schedules schedules,
      @Reference InstantSource clock) {
    this.table = table;
    this.places = places;
    this.audit = audit;
    this.jobs = jobs;
    this.schedules = schedules;
    this.clock = clock;
  }

  @Override
  public List<Source> list() {
    return table.all();
  }

  @Override
  public Source add(Feed feed) {
    check(feed);
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    Source source = new Source("s-" + HexFormat.of().formatHex(bytes), feed, Optional.empty());
    schedule(source); // refuses a wrong cron before anything is stored
    table.add(source);
    note("source.add", source);
    return source;
  }

  @Override
  public Source change(String id, Feed feed) {
    check(feed);
    Source before = active(id, true);
    Source source = new Source(id, feed, Optional.empty());
    schedule(source);
    table.put(source);
    if (!before.feed().where().equals(feed.where())) {
      table.know(id, Map.of());
    }
    note("source.change", source);
    return source;
  }

  @Override
  public void remove(String id) {
    Source source = active(id, true);
    table.put(new Source(id, source.feed(), Optional.of(clock.instant())));
    Actor.SYSTEM.call(() -> schedules.remove(name(id)));
    note("source.remove", source);
  }

  @Override
  public Source restore(String id) {
    Source source = new Source(id, active(id, false).feed(), Optional.empty());
    schedule(source);
    table.put(source);
    note("source.restore", source);
    return source;
  }

  @Override
  public String run(String id) {
    active(id, true);
    return start(id, Map.of());
  }

  @Override
  public Optional<Held> held(String id) {
    List<Run> held = table.held(id);
    return held.isEmpty() ? Optional.empty() : Optional.of(new Held(held, table.columns(id)));
  }

  @Override
  public String accept(String id, Map<String, String> columns) {
    Feed feed = active(id, true).feed();
    if (table.held(id).isEmpty()) {
      throw new Rejected(
          new Words("该来源没有等待接受的文件", "no file of the source " + id + " waits to be accepted"));
    }
    Source source = new Source(id, feed.with(columns), Optional.empty());
    table.put(source);
    note("source.accept", source);
    return start(id, Map.of(SourceJob.ACCEPTED, "true"));
  }

  private String start(String id, Map<String, String> arguments) {
    return Actor.SYSTEM.call(() -> jobs.start(new JobRequest(SourceJob.KIND, id, arguments, 1)));
  }

  @Override
  public List<Run> runs(String id, int limit) {
    if (limit < 1 || limit > MOST_RUNS) {
      throw new IllegalArgumentException("limit must be in 1.." + MOST_RUNS + ", got " + limit);
    }
    return table.runs(id, limit);
  }

  @Override
  public List<Alert> alerts() {
    return table.all().stream()
        .flatMap(s -> Judge.alert(s, table.runs(s.id(), MOST_RUNS), table.held(s.id())).stream())
        .sorted(Comparator.comparing(Alert::since))
        .toList();
  }

  private void check(Feed feed) {
    if (feed.name().isBlank() || feed.name().length() > MAX_NAME) {
      throw new Rejected(
          new Words(
              "名称须为 1 至 " + MAX_NAME + " 个字符",
              "the name must have 1 to " + MAX_NAME + " characters"));
    }
    places.check(feed);
  }

  private Source active(String id, boolean counts) {
    return table
        .find(id)
        .filter(s -> s.removedAt().isEmpty() == counts)
        .orElseThrow(() ->
            new Rejected(
                counts
                    ? new Words("没有数据来源 " + id, "there is no source " + id)
                    : new Words("没有移除过数据来源 " + id, "no source " + id + " was removed")));
  }

  private void schedule(Source source) {
    JobRequest job =
        new JobRequest(SourceJob.KIND, source.id(), Map.of(SourceJob.SCHEDULED, "true"), 1);
    Actor.SYSTEM.call(() ->
        schedules.put(
            new Schedule(name(source.id()), source.feed().cron(), Schedule.Missed.RUN_ONCE, job)));
  }

  private static String name(String id) {
    return "source." + id;
  }

  private void note(String action, Source source) {
    String where = source.feed().where();
    audit.note(
        new Audit.Act(
            action,
            "source/" + source.id(),
            Map.of(
                "where",
                where.substring(0, Math.min(where.length(), 1_000)),
                "cron",
                source.feed().cron())));
  }
}
