package org.marquetry.experiment.api;

import java.util.List;
import java.util.Locale;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Write what an experiment shows and what was decided on two pages, without personal data: its
/// figures are those of [ExperimentReadings] at the moment of writing. Safe for use by many
/// threads.
@ProviderType
@Requires("experiment.read")
public interface ExperimentReports {
  /// Of a report.
  enum Format {
    /// One file that needs no other and prints on two pages.
    HTML,
    /// Two A4 pages with the fonts inside.
    PDF
  }

  /// The formats that can be written here.
  List<Format> formats();

  /// Write a report.
  ///
  /// @param language Chinese, or English for any other
  /// @throws IllegalArgumentException if there is no such experiment, or its format cannot be
  ///   written here
  Report report(String id, Format format, Locale language);

  /// @param fileName to save it under
  /// @param mediaType for example `application/pdf`
  /// @param content not copied
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Report(String fileName, String mediaType, byte[] content) {}
}
