/// Time as a service.
///
/// "Now" is the service [java.time.InstantSource]; nothing else may be asked. [Timers] run a task
/// later, [ShopZone] says where the shop's days begin, [VirtualClock] is there when the suite runs
/// on a clock that is driven.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.time;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
