/// Jobs and schedules in the operational store: [JobRunner] starts and hands over, [Job] is one
/// job, [JobStore] its row and its checkpoint; [Scheduler] starts jobs when a [Cron] expression
/// says so.
@NullMarked
package org.marquetry.platform.jobs;

import org.jspecify.annotations.NullMarked;
