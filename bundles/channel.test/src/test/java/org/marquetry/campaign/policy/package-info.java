/// Makes permits for the channel's tests.
@NullMarked
package org.marquetry.campaign.policy;

import org.jspecify.annotations.NullMarked;
