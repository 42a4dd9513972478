package org.marquetry.ui.measurement;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.ExperimentReports;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// What the pages of experiments work with.
@Component(service = ExperimentServices.class)
public final class ExperimentServices {
  private final RegisteredExperiments experiments;
  private final ExperimentReadings readings;
  private final FiguresSource figures;
  private final ShopZone zone;
  private final InstantSource clock;
  private final Colleagues colleagues;
  private final Live live;
  private final @Nullable ExperimentReports reports;

  @Activate
  public ExperimentServices(
      @Reference RegisteredExperiments experiments,
      @Reference ExperimentReadings readings,
      @Reference FiguresSource figures,
      @Reference ShopZone zone,
      @Reference InstantSource clock,
      @Reference Colleagues colleagues,
      @Reference Live live,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ExperimentReports reports) {
    this.experiments = experiments;
    this.readings = readings;
    this.figures = figures;
    this.zone = zone;
    this.clock = clock;
    this.colleagues = colleagues;
    this.live = live;
    this.reports = reports;
  }

  RegisteredExperiments experiments() {
    return experiments;
  }

  ExperimentReadings readings() {
    return readings;
  }

  FiguresSource figures() {
    return figures;
  }

  ShopZone zone() {
    return zone;
  }

  InstantSource clock() {
    return clock;
  }

  Colleagues colleagues() {
    return colleagues;
  }

  Live live() {
    return live;
  }

  /// Who writes reports; empty while nobody does.
  Optional<ExperimentReports> reports() {
    return Optional.ofNullable(reports);
  }

  Formats formats(Locale language) {
    return new Formats(language, zone.zone());
  }

  ResultWords words(Locale language, RegisteredExperiment experiment) {
    return new ResultWords(language, zone.zone(), experiment.plan());
  }

  static boolean mayDecide() {
    return Actor.current().may("experiment.decide");
  }
}
