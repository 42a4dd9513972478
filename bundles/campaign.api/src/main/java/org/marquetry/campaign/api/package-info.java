/// Plan a campaign, check it, send it.
///
/// Start at [CampaignPlanner#plan]: it takes a [CampaignBrief] (goal, offer, what is assumed) and
/// [Candidate]s, and gives a [CampaignPlan] whose [CheckSum] adds up. [ContactPolicy] decides on
/// every single contact.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.campaign.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
