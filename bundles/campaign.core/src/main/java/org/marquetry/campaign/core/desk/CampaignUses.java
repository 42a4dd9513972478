package org.marquetry.campaign.core.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.channel.spi.Channel;
import org.marquetry.feature.api.FeatureUse;
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

  private final CampaignStore store;

  /// Each with the properties of its service: a campaign asks by the channel's name, a feature
  /// gives it by its provider's.
  @Reference volatile List<Map.Entry<Map<String, Object>, Channel>> channels = List.of();

  @Activate
  public CampaignUses(@Reference CampaignStore store) {
    this.store = store;
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
          .map(c -> use(c, provider))
          .forEach(uses::add);
    }
    return uses;
  }

  private static FeatureUse use(SavedCampaign saved, String provider) {
    return new FeatureUse(
        "campaign/" + saved.id(),
        saved.campaign().name(),
        saved.by(),
        Channel.class.getName(),
        provider);
  }
}
