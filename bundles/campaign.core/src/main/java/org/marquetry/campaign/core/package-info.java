/// CampaignPlanner: start at [CorePlanner]; [Planner] makes the plan, [Launcher] carries it out.
@NullMarked
package org.marquetry.campaign.core;

import org.jspecify.annotations.NullMarked;
