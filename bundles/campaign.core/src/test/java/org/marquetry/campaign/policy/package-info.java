/// The real contact policy for the tests of campaigns.
@NullMarked
package org.marquetry.campaign.policy;

import org.jspecify.annotations.NullMarked;
