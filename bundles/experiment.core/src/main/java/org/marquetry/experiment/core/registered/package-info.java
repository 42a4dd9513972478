/// Experiments that were registered before they were sent, what they show, what was decided: start
/// at [StoredExperiments] and [WarehouseReadings].
@NullMarked
package org.marquetry.experiment.core.registered;

import org.jspecify.annotations.NullMarked;
