package org.marquetry.experiment.report;

import java.util.List;
import java.util.Locale;
import org.marquetry.experiment.api.ExperimentReports;
import org.marquetry.experiment.api.ExperimentReports.Format;
import org.marquetry.experiment.api.ExperimentReports.Report;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Bytes;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Reports at the door for programs.
@Component(
    service = {},
    immediate = true)
public final class ReportOperations {
  private static final Ops OPS = new Ops("experiment.read", "experiment.read");

  private final ExperimentReports reports;
  private final Served served;

  @Activate
  public ReportOperations(BundleContext context, @Reference ExperimentReports reports) {
    this.reports = reports;
    served =
        Served.by(
            context,
            "experiments",
            List.of(
                OPS.get(
                    "report",
                    "/experiments/{id}/report",
                    "Write the report of an experiment; query: format (pdf or html), language (zh"
                        + " or en)",
                    Bytes.class,
                    this::report)));
  }

  @Deactivate
  void close() {
    served.close();
  }

  private Bytes report(Request request) {
    Report report =
        reports.report(
            request.path("id"),
            format(request.query("format").orElse("pdf")),
            language(request.query("language").orElse("en")));
    return new Bytes(report.mediaType(), report.content());
  }

  static Format format(String word) {
    return switch (word) {
      case "pdf" -> Format.PDF;
      case "html" -> Format.HTML;
      default -> throw new IllegalArgumentException("format must be pdf or html, got " + word);
    };
  }

  static Locale language(String word) {
    return switch (word) {
      case "zh" -> Locale.SIMPLIFIED_CHINESE;
      case "en" -> Locale.ENGLISH;
      default -> throw new IllegalArgumentException("language must be zh or en, got " + word);
    };
  }
}
