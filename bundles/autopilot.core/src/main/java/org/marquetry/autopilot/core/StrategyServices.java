package org.marquetry.autopilot.core;

import org.marquetry.campaign.api.CampaignPlanner;
import org.marquetry.copy.api.CopyWriter;
import org.marquetry.experiment.api.PastCampaigns;
import org.marquetry.placement.api.ArmChooser;
import org.marquetry.placement.api.PastResponses;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.warehouse.api.Warehouse;

/// The services that the strategy step asks.
record StrategyServices(
    Warehouse warehouse,
    Recommendations recommendations,
    CampaignPlanner campaigns,
    CopyWriter writer,
    ArmChooser chooser,
    PastResponses responses,
    PastCampaigns past) {}
