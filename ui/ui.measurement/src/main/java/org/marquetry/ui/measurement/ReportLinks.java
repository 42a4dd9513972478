package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.marquetry.experiment.api.ExperimentReports;
import org.marquetry.experiment.api.ExperimentReports.Report;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.platform.api.gate.Actor;

/// The report of an experiment to take away, in each format that can be written here.
final class ReportLinks {
  private ReportLinks() {}

  /// @return none while nobody writes reports
  static List<Component> of(
      Component page, ExperimentServices services, String experiment, Locale language) {
    return services
        .reports()
        .map(reports ->
            reports.formats().stream()
                .map(format -> link(page, reports, experiment, format, language))
                .toList())
        .orElse(List.of());
  }

  private static Component link(
      Component page,
      ExperimentReports reports,
      String experiment,
      ExperimentReports.Format format,
      Locale language) {
    Actor actor = Actor.current();
    DownloadHandler handler =
        DownloadHandler.fromInputStream(event -> {
          Report report = actor.call(() -> reports.report(experiment, format, language));
          return new DownloadResponse(
              new ByteArrayInputStream(report.content()),
              report.fileName(),
              report.mediaType(),
              report.content().length);
        });
    Anchor link = new Anchor(handler, "");
    link.setId("report-" + ResultWords.word(format));
    link.getElement().setAttribute("download", true);
    link.add(
        new Icon("vaadin", "download-alt"),
        new Span(page.getTranslation("measurement.report." + ResultWords.word(format))));
    return link;
  }
}
