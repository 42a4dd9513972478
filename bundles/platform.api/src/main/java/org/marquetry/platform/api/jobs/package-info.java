/// Long work.
///
/// A bundle registers a [JobHandler] for a kind of job; anyone starts one through [Jobs]. The
/// platform owns the thread. A job keeps checkpoints through [JobContext], so it goes on after a
/// restart or a swap of its bundle. [Schedules] start jobs by the clock of the shop.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
