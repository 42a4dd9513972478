/// Campaigns that people keep: made, approved, launched once, watched and stopped.
@NullMarked
package org.marquetry.campaign.core.desk;

import org.jspecify.annotations.NullMarked;
