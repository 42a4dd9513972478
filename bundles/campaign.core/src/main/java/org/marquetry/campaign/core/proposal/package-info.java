/// Proposals: from a goal, a budget and dates to campaigns that could be made, and what they are
/// expected to earn.
@NullMarked
package org.marquetry.campaign.core.proposal;

import org.jspecify.annotations.NullMarked;
