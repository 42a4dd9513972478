/// The contact policy: start at [GuardedContactPolicy]; [Rules] holds what is asked, [ContactBook]
/// what is known.
@NullMarked
package org.marquetry.campaign.policy;

import org.jspecify.annotations.NullMarked;
