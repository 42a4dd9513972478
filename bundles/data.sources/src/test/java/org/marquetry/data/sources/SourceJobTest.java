package org.marquetry.data.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.Sources;
import org.marquetry.data.api.Sources.Alert;
import org.marquetry.data.api.Sources.Feed;
import org.marquetry.data.api.Sources.Outcome;
import org.marquetry.data.api.Sources.Place;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.data.api.Sources.Trouble;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.platform.api.jobs.JobFailed;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.ScheduleStatus;
import org.marquetry.platform.api.jobs.Schedules;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.h2.H2Databases;

/// A folder that files come into, on the real operational store, with an importer of a few lines.
final class SourceJobTest {
  @TempDir Path home;
  private final List<String> acts = new ArrayList<>();
  private final List<Schedule> scheduled = new ArrayList<>();
  private final FewLines imports = new FewLines();
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private Path inbox;
  private H2Databases databases;
  private SourceJob job;
  private StoredSources sources;

  @BeforeEach
  void open() throws IOException {
    databases = new H2Databases(home.resolve("sql"), () -> now);
    Places places = new Places(home, List.of(), new Outbound());
    inbox = home.resolve("inbox");
    SourceTable table = new SourceTable(databases);
    job = new SourceJob(table, places, imports, () -> now);
    sources =
        new StoredSources(
            table,
            places,
            new AuditTo(act -> acts.add(act.action())),
            new JobsTo(JobRequest::key),
            schedules(),
            () -> now);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private static Feed feed(Path folder, String pattern) {
    return new Feed(
        "Orders",
        Place.FOLDER,
        folder.toString(),
        pattern,
        "0 6 * * *",
        Optional.of("orders"),
        Map.of("knr", "customer"));
  }

  private void file(String name, String header, int rows) throws IOException {
    Path file = Files.writeString(inbox.resolve(name), header + "\n" + "x;1\n".repeat(rows));
    now = now.plus(Duration.ofDays(1));
    Files.setLastModifiedTime(file, FileTime.from(now));
  }

  private List<String> run(Source source, String... arguments) throws Exception {
    job.run(
        new QuietRun(
            source.id(), arguments.length == 0 ? Map.of() : Map.of(arguments[0], "true"), false));
    return sources.runs(source.id(), 1).stream()
        .map(r -> r.outcome() + " " + r.trouble().map(Trouble::name).orElse("-"))
        .toList();
  }

  @Test
  void whatIsNewIsTakenOnceOldestFirstAndWhatWasMissedIsCaughtUp() throws Exception {
    Source source = sources.add(feed(inbox, "orders-*.csv"));
    assertEquals("0 6 * * *", scheduled.getFirst().cron());
    file("orders-1.csv", "knr;amount", 10);
    file("orders-2.csv", "knr;amount", 11);
    file("other.csv", "knr;amount", 3);
    run(source);
    file("orders-3.csv", "knr;amount", 12);
    assertEquals(List.of("LOADED -"), run(source));
    assertEquals(
        List.of("orders-1.csv 10", "orders-2.csv 11", "orders-3.csv 12"), imports.loaded());
    assertEquals(List.of("NOTHING_NEW -"), run(source), "by hand it is not late");
    assertEquals(List.of(), sources.alerts());
    assertEquals("customer", imports.mapping("i1").orElseThrow().columns().get("knr"));
  }

  @Test
  void aFeedThatIsLateOrHalvesRaisesAnAlertThatEndsByItself() throws Exception {
    Source source = sources.add(feed(inbox, ""));
    for (int day = 1; day <= 3; day++) {
      file("d" + day + ".csv", "knr;amount", 100);
      run(source, SourceJob.SCHEDULED);
    }
    now = now.plus(Duration.ofDays(1));
    Instant since = now;
    assertEquals(List.of("NOTHING_NEW LATE"), run(source, SourceJob.SCHEDULED));
    now = now.plus(Duration.ofDays(1));
    run(source, SourceJob.SCHEDULED);
    Alert late = sources.alerts().getFirst();
    assertEquals(Trouble.LATE, late.trouble());
    assertEquals(since, late.since());
    assertEquals(new Words("上一个文件：d3.csv，2 天前", "last file: d3.csv, 2 days ago"), late.words());
    file("d4.csv", "knr;amount", 49);
    assertEquals(List.of("LOADED HALVED"), run(source, SourceJob.SCHEDULED));
    assertEquals(Trouble.HALVED, sources.alerts().getFirst().trouble());
    file("d5.csv", "knr;amount", 90);
    assertEquals(List.of("LOADED -"), run(source, SourceJob.SCHEDULED));
    assertEquals(List.of(), sources.alerts());
    assertEquals(5, imports.loaded().size(), "nothing was left out or taken back");
  }

  @Test
  void otherColumnsAreHeldUntilSomebodyAcceptsThem() throws Exception {
    Source source = sources.add(feed(inbox, ""));
    file("a.csv", "knr;amount", 10);
    run(source);
    file("b.csv", "knr;sum;note", 10);
    assertEquals(List.of("HELD OTHER_COLUMNS"), run(source));
    Alert alert = sources.alerts().getFirst();
    assertEquals(
        new Words(
            "b.csv：缺少：amount；新增：sum、note（1 个文件在等待）",
            "b.csv: missing: amount; new: sum, note (1 file waits)"),
        alert.words());
    assertEquals(List.of("a.csv 10"), imports.loaded());
    file("b2.csv", "knr;sum;note", 12);
    assertEquals(List.of("HELD OTHER_COLUMNS"), run(source, SourceJob.SCHEDULED));
    file("old.csv", "knr;amount", 9);
    assertEquals(List.of("LOADED -"), run(source), "an old one is still known");
    assertEquals(alert.since(), sources.alerts().getFirst().since());
    Sources.Held held = sources.held(source.id()).orElseThrow();
    assertEquals(List.of("b.csv", "b2.csv"), held.runs().stream().map(Run::file).toList());
    assertEquals(List.of("knr", "amount"), List.copyOf(held.known().keySet()));
    file("b3.csv", "knr;sum;note", 11);
    sources.accept(source.id(), Map.of("knr", "customer", "sum", "amount"));
    run(source, SourceJob.ACCEPTED);
    assertEquals(
        List.of("a.csv 10", "old.csv 9", "b.csv 10", "b2.csv 12", "b3.csv 11"),
        imports.loaded(),
        "what was missed is caught up, the oldest first");
    assertEquals("amount", imports.mapping("i5").orElseThrow().columns().get("sum"));
    assertEquals(List.of(), sources.alerts());
    assertEquals(Optional.empty(), sources.held(source.id()));
    file("c.csv", "note;knr;sum", 10);
    assertEquals(List.of("LOADED -"), run(source), "the order of columns does not matter");
    assertThrows(IllegalArgumentException.class, () -> sources.accept(source.id(), Map.of()));
  }

  @Test
  void aFileThatCannotBeReadFailsAndTheNextOneIsTaken() throws Exception {
    Source source = sources.add(feed(inbox, ""));
    file("bad.csv", "knr;broken", 10);
    assertEquals(List.of("FAILED FAILED"), run(source));
    Run failed = sources.runs(source.id(), 1).getFirst();
    assertEquals("bad.csv", failed.file());
    assertEquals(new Words("已损坏；请修好", "it is broken; mend it"), failed.words().orElseThrow());
    file("good.csv", "knr;amount", 10);
    assertEquals(List.of("LOADED -"), run(source));
  }

  @Test
  void onlyAllowedFoldersAndPublicHttpsAddressesAreTaken() throws IOException {
    Path link = Files.createSymbolicLink(inbox.resolve("out"), Files.createTempDirectory("else"));
    for (Path wrong :
        List.of(home, home.resolve("inbox/../sql"), Path.of("/etc"), link, home.resolve("none"))) {
      assertThrows(IllegalArgumentException.class, () -> sources.add(feed(wrong, "")), "" + wrong);
    }
    for (String wrong :
        List.of(
            "http://shop.example/f.csv", "https://user@shop.example/", "file:///etc/passwd", "x")) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              sources.add(
                  new Feed(
                      "f", Place.ADDRESS, wrong, "", "0 6 * * *", Optional.empty(), Map.of())));
    }
    assertEquals(List.of(), sources.list());
    assertEquals(List.of(), acts);
  }

  @Test
  void anInternalAddressIsRefusedWhenItIsReadAndSaysSo() throws Exception {
    Source source =
        sources.add(
            new Feed(
                "f",
                Place.ADDRESS,
                "https://127.0.0.1:9443/f.csv",
                "",
                "0 6 * * *",
                Optional.empty(),
                Map.of()));
    assertThrows(IOException.class, () -> run(source));
    Run failed = sources.runs(source.id(), 1).getFirst();
    assertEquals(Outcome.FAILED, failed.outcome());
    assertEquals(
        new Words("主机不在公共互联网上：127.0.0.1", "the host is not on the public internet: 127.0.0.1"),
        failed.words().orElseThrow());
    assertEquals(List.of(), imports.loaded());
  }

  @Test
  void aRemovedSourceRunsNoMoreAndComesBack() throws Exception {
    Source source = sources.add(feed(inbox, ""));
    sources.remove(source.id());
    assertEquals(List.of(), scheduled);
    assertThrows(JobFailed.class, () -> run(source));
    sources.restore(source.id());
    file("a.csv", "knr;amount", 1);
    assertEquals(List.of("LOADED -"), run(source));
    assertEquals(List.of("source.add", "source.remove", "source.restore"), acts);
  }

  private Schedules schedules() {
    return new Schedules() {
      @Override
      public ScheduleStatus put(Schedule schedule) {
        scheduled.add(schedule);
        return new ScheduleStatus(schedule, "system", now, Optional.empty(), Optional.empty(), "");
      }

      @Override
      public boolean remove(String name) {
        return scheduled.removeIf(s -> s.name().equals(name));
      }

      @Override
      public List<ScheduleStatus> list() {
        return List.of();
      }
    };
  }
}
