/// The suite's clock: [ClockService] chooses it, [TimerQueue] holds what is due when.
@NullMarked
package org.marquetry.platform.time;

import org.jspecify.annotations.NullMarked;
