/// Jobs in files: [JobRunner] starts and hands over, [Job] is one job, [JobStore] its files.
@NullMarked
package org.marquetry.platform.jobs;

import org.jspecify.annotations.NullMarked;
