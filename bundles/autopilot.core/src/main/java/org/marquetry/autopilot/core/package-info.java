/// The main job: the six steps of the loop once, from a folder of a shop's files to a report.
///
/// Start at [AutopilotCommand]; [Autopilot] runs one class for each step, each asks the services of
/// its step and fills a [StepReport]; [ReportJson] and [ReportHtml] write what stands in them, so
/// both show the same numbers.
@NullMarked
package org.marquetry.autopilot.core;

import org.jspecify.annotations.NullMarked;
