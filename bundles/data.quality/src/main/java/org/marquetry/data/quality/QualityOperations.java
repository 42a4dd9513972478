package org.marquetry.data.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.data.api.Quality;
import org.marquetry.data.api.Quality.Point;
import org.marquetry.data.api.Quality.Rows;
import org.marquetry.data.api.Quality.Rule;
import org.marquetry.data.api.Quality.Silence;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The rules at the door for programs. Calls the service through the gate, as the actor who sent
/// the request.
@Component(
    service = {},
    immediate = true)
public final class QualityOperations {
  private static final Ops OPS = new Ops("data.read", "data.configure");

  private static final int PAGE = 100;

  private final Quality quality;
  private final Served served;

  @Activate
  public QualityOperations(BundleContext context, @Reference Quality quality) {
    this.quality = quality;
    served = Served.by(context, "data", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param state unknown, good, attention, bad or silent
  /// @param unit share or psi
  record RuleEntry(
      String id,
      String group,
      String unit,
      String state,
      OptionalDouble value,
      long count,
      long of,
      double attention,
      double bad,
      Optional<Instant> measuredAt,
      Optional<SilenceEntry> silence) {
    static RuleEntry of(Rule r) {
      return new RuleEntry(
          r.id(),
          r.group().name().toLowerCase(Locale.ROOT),
          r.unit().name().toLowerCase(Locale.ROOT),
          r.state().name().toLowerCase(Locale.ROOT),
          r.value().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
          r.count(),
          r.of(),
          r.attention(),
          r.bad(),
          r.measuredAt(),
          r.silence().map(SilenceEntry::of));
    }
  }

  record SilenceEntry(
      String reason, LocalDate until, String by, Instant at, Optional<Instant> endedAt) {
    static SilenceEntry of(Silence s) {
      return new SilenceEntry(s.reason(), s.until(), s.by(), s.at(), s.endedAt());
    }
  }

  record PointEntry(LocalDate day, double value, long count, long of) {
    static PointEntry of(Point p) {
      return new PointEntry(p.day(), p.value(), p.count(), p.of());
    }
  }

  record RuleList(List<RuleEntry> rules) {}

  record RuleDetail(RuleEntry rule, List<PointEntry> trend, List<SilenceEntry> silences) {}

  record RowList(List<String> columns, List<List<String>> rows, long total) {
    static RowList of(Rows r) {
      return new RowList(r.columns(), r.rows(), r.total());
    }
  }

  record WantedSilence(String reason, LocalDate until) {}

  /// @param job id of the job that measures
  record Started(String job) {}

  private List<Op> all() {
    return List.of(
        OPS.get(
            "quality.list",
            "/quality",
            "How good the data is: all rules with their last figures",
            RuleList.class,
            _ -> new RuleList(quality.rules().stream().map(RuleEntry::of).toList())),
        OPS.get(
            "quality.rule",
            "/quality/{rule}",
            "One rule with its figures by day and when it was silent",
            RuleDetail.class,
            this::detail),
        OPS.get(
            "quality.rows",
            "/quality/{rule}/rows",
            "The rows behind a figure; ?offset= and ?limit= up to 200",
            RowList.class,
            r ->
                RowList.of(
                    quality.rows(
                        r.path("rule"), number(r, "offset", 0), number(r, "limit", PAGE)))),
        OPS.change(
            "quality.measure",
            "POST /quality/measure",
            "Measure all rules now, as a job",
            null,
            Started.class,
            true,
            _ -> Answer.accepted(new Started(quality.measure()))),
        OPS.change(
            "quality.silence",
            "PUT /quality/{rule}/silence",
            "Do not call a rule bad until a day, with the reason",
            WantedSilence.class,
            RuleEntry.class,
            true,
            this::silence),
        OPS.change(
            "quality.speak",
            "DELETE /quality/{rule}/silence",
            "Let a rule speak again",
            null,
            null,
            true,
            this::speak));
  }

  private RuleDetail detail(Request request) {
    Rule rule = rule(request.path("rule"));
    return new RuleDetail(
        RuleEntry.of(rule),
        quality.trend(rule.id()).stream().map(PointEntry::of).toList(),
        quality.silences(rule.id()).stream().map(SilenceEntry::of).toList());
  }

  private Rule rule(String id) {
    return quality
        .rule(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no rule " + id));
  }

  private static int number(Request request, String name, int usual) {
    try {
      return request.query(name).map(Integer::parseInt).orElse(usual);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number", e);
    }
  }

  private Answer silence(Request request) {
    WantedSilence wanted = request.body(WantedSilence.class);
    String id = request.path("rule");
    quality.silence(id, wanted.reason(), wanted.until());
    return Answer.ok(RuleEntry.of(rule(id)));
  }

  private Answer speak(Request request) {
    quality.speak(request.path("rule"));
    return Answer.nothing();
  }
}
