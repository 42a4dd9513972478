package org.marquetry.campaign.core.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marquetry.campaign.api.Campaigns;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.channel.spi.Channel;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;
import org.marquetry.feature.spi.FeatureUses;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Says which campaigns rest on which channel: those that are planned and those that go out.
@Provider("campaigns")
@Component
public final class CampaignUses implements FeatureUses {
  private static final String PROVIDER = "marquetry.provider";
  private static final String KIND = "campaign/";

  private final CampaignStore store;
  private final Campaigns campaigns;

  /// Each with the properties of its service: a campaign asks by the channel's name, a feature
  /// gives it by its provider's.
  @Reference volatile List<Map.Entry<Map<String, Object>, Channel>> channels = List.of();

  @Activate
  public CampaignUses(@Reference CampaignStore store, @Reference Campaigns campaigns) {
    this.store = store;
    this.campaigns = campaigns;
  }

  @Override
  public List<FeatureUse> uses() {
    Map<String, LaunchTable.Launch> launched = store.launches().all();
    List<FeatureUse> uses = new ArrayList<>();
    for (Map.Entry<Map<String, Object>, Channel> channel : channels) {
      String name = Actor.SYSTEM.call(channel.getValue()::name);
      String provider = String.valueOf(channel.getKey().get(PROVIDER));
      store.newest().list().stream()
          .filter(c -> c.campaign().channel().equals(name))
          .filter(c -> !launched.containsKey(c.id()) || launched.get(c.id()).state().isRunning())
          .map(c -> use(c, provider, launched.containsKey(c.id())))
          .forEach(uses::add);
    }
    return uses;
  }

  @Override
  public void settle(String object, Choice choice) {
    String id = object.substring(KIND.length());
    switch (choice) {
      case HOLD -> campaigns.hold(id, true);
      case STOP -> campaigns.stop(id);
    }
  }

  /// @param runs whether messages of it go out
  private static FeatureUse use(SavedCampaign saved, String provider, boolean runs) {
    return new FeatureUse(
        KIND + saved.id(),
        saved.campaign().name(),
        saved.by(),
        Channel.class.getName(),
        provider,
        runs ? Set.of(Choice.HOLD, Choice.STOP) : Set.of());
  }
}
