/// Kills a suite while a campaign goes out: start at [org.marquetry.bench.sendkill.SendKillBench].
@NullMarked
package org.marquetry.bench.sendkill;

import org.jspecify.annotations.NullMarked;
