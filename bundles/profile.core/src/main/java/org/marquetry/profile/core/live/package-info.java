/// Live profiles: a projection of the journal, one account per customer.
///
/// [LiveFold] is the fold, [Account] what it keeps of one customer, [Kept] what is left of the
/// orders after cancellations and returns, [CoreLiveProfiles] the service.
@NullMarked
package org.marquetry.profile.core.live;

import org.jspecify.annotations.NullMarked;
