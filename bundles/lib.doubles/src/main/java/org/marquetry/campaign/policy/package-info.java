/// Makes permits for tests and benchmarks: channels take none but the contact policy's.
@NullMarked
package org.marquetry.campaign.policy;

import org.jspecify.annotations.NullMarked;
