package org.marquetry.experiment.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.ExperimentReports;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.insight.api.Figures;
import org.marquetry.insight.api.Occasion;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// Reads an experiment and sets it on two pages.
@Provider("twopages")
@Component
public final class TwoPageReports implements ExperimentReports {
  private static final int TOUCH_DAYS = 7;

  private final RegisteredExperiments experiments;
  private final ExperimentReadings readings;
  private final ShopZone zone;
  private final InstantSource clock;

  /// Who knows the sale days; without it none is marked.
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Figures figures;

  @Activate
  public TwoPageReports(
      @Reference RegisteredExperiments experiments,
      @Reference ExperimentReadings readings,
      @Reference ShopZone zone,
      @Reference InstantSource clock) {
    this.experiments = experiments;
    this.readings = readings;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.PDF, Format.HTML);
  }

  @Override
  public Report report(String id, Format format, Locale language) {
    RegisteredExperiment experiment =
        experiments
            .find(id)
            .orElseThrow(
                () -> new Rejected(new Words("没有实验 " + id, "there is no experiment " + id)));
    Instant now = clock.instant();
    Contents contents = new Contents(facts(experiment, now), language, zone.zone());
    String name = "experiment-" + id.replaceAll("[^A-Za-z0-9._-]", "_");
    return switch (format) {
      case HTML ->
          new Report(
              name + ".html",
              "text/html; charset=utf-8",
              HtmlPages.of(contents, language).getBytes(StandardCharsets.UTF_8));
      case PDF ->
          new Report(name + ".pdf", "application/pdf", PdfPages.of(contents, language, now));
    };
  }

  private Facts facts(RegisteredExperiment experiment, Instant now) {
    String id = experiment.id();
    Reading reading = readings.read(id);
    List<ExperimentDecision> decisions = experiments.decisions(id);
    Optional<ExperimentDecision> newest =
        decisions.stream().findFirst().filter(ExperimentDecision::holds);
    boolean compared = experiment.plan().holdoutShare() > 0 && !reading.arms().isEmpty();
    return new Facts(
        reading,
        compared ? Optional.of(readings.attribution(id, TOUCH_DAYS)) : Optional.empty(),
        experiment.plan().splits().stream().map(split -> readings.segments(id, split)).toList(),
        decisions,
        newest.map(d -> readings.changedSince(id, d.number())).orElse(List.of()),
        newest.flatMap(d -> readings.wasItTrue(id, d.number())),
        occasions(experiment),
        now);
  }

  private List<Occasion> occasions(RegisteredExperiment experiment) {
    Figures known = figures;
    if (known == null || !Actor.current().may("insight.read")) {
      return List.of();
    }
    LocalDate from = zone.day(experiment.plan().start());
    return known.occasions(from, zone.day(experiment.plan().plannedEnd()));
  }
}
