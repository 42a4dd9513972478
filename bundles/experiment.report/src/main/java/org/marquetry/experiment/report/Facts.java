package org.marquetry.experiment.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentReadings.Change;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.SegmentedReading;
import org.marquetry.experiment.api.WasItTrue;
import org.marquetry.insight.api.Occasion;

/// All that a report tells of, as of one moment.
///
/// @param touch empty without a hold-out or without people
/// @param parts of the splits that were registered
/// @param decisions newest first
/// @param changes since the newest decision, if it holds
/// @param truth of the newest decision, if it ended the experiment
/// @param occasions sale days of that time
/// @param now when it is written
record Facts(
    Reading reading,
    Optional<Attribution> touch,
    List<SegmentedReading> parts,
    List<ExperimentDecision> decisions,
    List<Change> changes,
    Optional<WasItTrue> truth,
    List<Occasion> occasions,
    Instant now) {}
