/// The statistics of step 6; start at [CoreExperiments] and [WarehousePastCampaigns].
@NullMarked
package org.marquetry.experiment.core;

import org.jspecify.annotations.NullMarked;
