package org.marquetry.autopilot.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the main job gives to the shop owner.
///
/// @param shop name of the data folder
/// @param asOf the moment the report looks from: the day after the last event
/// @param version of Marquetry
/// @param options what the run was told, by name
/// @param headline the one thing to know
/// @param steps the six steps in the order of the loop
record Report(
    String shop,
    Instant asOf,
    String version,
    Map<String, Object> options,
    Text headline,
    List<StepReport> steps) {
  /// Version of the layout of `report.json`.
  static final int SCHEMA_VERSION = 1;
}
