package org.marquetry.data.sources;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.Sources;
import org.marquetry.data.api.Sources.Alert;
import org.marquetry.data.api.Sources.Feed;
import org.marquetry.data.api.Sources.Place;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Sources at the door for programs. Calls the service through the gate, as the actor who sent the
/// request.
@Component(
    service = {},
    immediate = true)
public final class SourceOperations {
  private static final Ops OPS = new Ops("data.read", "data.configure");

  private static final int RUNS = 50;

  private final Sources sources;
  private final Served served;

  @Activate
  public SourceOperations(BundleContext context, @Reference Sources sources) {
    this.sources = sources;
    served = Served.by(context, "data", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param place FOLDER or ADDRESS
  record WantedSource(
      String name,
      Place place,
      String where,
      Optional<String> pattern,
      String cron,
      Optional<String> role,
      Map<String, String> columns) {
    Feed feed() {
      return new Feed(name, place, where, pattern.orElse(""), cron, role, columns);
    }
  }

  /// @param removedAt absent while it counts
  record SourceEntry(
      String id,
      String name,
      Place place,
      String where,
      String pattern,
      String cron,
      Optional<String> role,
      Map<String, String> columns,
      Optional<Instant> removedAt) {
    static SourceEntry of(Source s) {
      Feed f = s.feed();
      return new SourceEntry(
          s.id(),
          f.name(),
          f.place(),
          f.where(),
          f.pattern(),
          f.cron(),
          f.role(),
          f.columns(),
          s.removedAt());
    }
  }

  record SourceList(List<SourceEntry> sources) {}

  record RunEntry(
      Instant at,
      String file,
      String outcome,
      long rows,
      Optional<String> importId,
      Optional<String> trouble,
      Optional<Words> words) {
    static RunEntry of(Run r) {
      return new RunEntry(
          r.at(),
          r.file(),
          r.outcome().name().toLowerCase(Locale.ROOT),
          r.rows(),
          r.importId(),
          r.trouble().map(t -> t.name().toLowerCase(Locale.ROOT)),
          r.words());
    }
  }

  record RunList(List<RunEntry> runs) {}

  record AlertEntry(String source, String name, String trouble, Instant since, Words words) {
    static AlertEntry of(Alert a) {
      return new AlertEntry(
          a.source(), a.name(), a.trouble().name().toLowerCase(Locale.ROOT), a.since(), a.words());
    }
  }

  record AlertList(List<AlertEntry> alerts) {}

  record Started(String job) {}

  /// @param columns meaning by column; those left out are guessed
  record Accepted(Map<String, String> columns) {}

  private List<Op> all() {
    return List.of(
        OPS.get(
            "sources.list",
            "/sources",
            "Where files come from again and again, also removed ones",
            SourceList.class,
            _ -> new SourceList(sources.list().stream().map(SourceEntry::of).toList())),
        OPS.get(
            "sources.alerts",
            "/source-alerts",
            "What is wrong with feeds now",
            AlertList.class,
            _ -> new AlertList(sources.alerts().stream().map(AlertEntry::of).toList())),
        OPS.get(
            "sources.runs",
            "/sources/{id}/runs",
            "What came of the last runs of a source",
            RunList.class,
            r -> new RunList(sources.runs(r.path("id"), RUNS).stream().map(RunEntry::of).toList())),
        OPS.change(
            "sources.add",
            "POST /sources",
            "Add a source",
            WantedSource.class,
            SourceEntry.class,
            false,
            r -> entry(sources.add(r.body(WantedSource.class).feed()))),
        OPS.change(
            "sources.change",
            "PUT /sources/{id}",
            "Change a source",
            WantedSource.class,
            SourceEntry.class,
            true,
            r -> entry(sources.change(r.path("id"), r.body(WantedSource.class).feed()))),
        OPS.change(
            "sources.remove",
            "DELETE /sources/{id}",
            "Remove a source; can be restored",
            null,
            null,
            true,
            this::remove),
        OPS.change(
            "sources.restore",
            "POST /sources/{id}/restore",
            "Let a removed source count again",
            null,
            SourceEntry.class,
            true,
            r -> entry(sources.restore(r.path("id")))),
        OPS.change(
            "sources.run",
            "POST /sources/{id}/run",
            "Look for new files now, as a job",
            null,
            Started.class,
            true,
            r -> Answer.accepted(new Started(sources.run(r.path("id"))))),
        OPS.change(
            "sources.accept",
            "POST /sources/{id}/accept",
            "Take the other columns of held files as the right ones and load what waits",
            Accepted.class,
            Started.class,
            true,
            r ->
                Answer.accepted(
                    new Started(sources.accept(r.path("id"), r.body(Accepted.class).columns())))));
  }

  private static Answer entry(Source source) {
    return Answer.ok(SourceEntry.of(source));
  }

  private Answer remove(Request request) {
    sources.remove(request.path("id"));
    return Answer.nothing();
  }
}
