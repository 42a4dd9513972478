/// Makes permits for the benchmarks.
@NullMarked
package org.marquetry.campaign.policy;

import org.jspecify.annotations.NullMarked;
