/// The shop's daily figures, by queries over published views. [CoreFigures] is the service,
/// [DayCount] counts by the shop's days, [SameWeekday] says whether a day is usual.
@NullMarked
package org.marquetry.insight.core;

import org.jspecify.annotations.NullMarked;
