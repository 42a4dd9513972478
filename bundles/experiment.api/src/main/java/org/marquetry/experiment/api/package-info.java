/// Measure what a campaign changed.
///
/// Start at [Experiments]: a [Design] says which share gets nothing and which variant the others
/// get, [Experiments#assign] puts a customer into a group by a salted hash,
/// [Experiments#detectable] says what the design can find, and [Experiments#effect] compares two
/// groups afterwards. [PastCampaigns] looks back at campaigns that were run without us.
///
/// A campaign is an experiment too: [RegisteredExperiments] holds what was planned before it was
/// sent and what was decided afterwards, [ExperimentReadings] says what it brought.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.experiment.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
