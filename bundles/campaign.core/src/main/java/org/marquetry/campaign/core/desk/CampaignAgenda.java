package org.marquetry.campaign.core.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.campaign.api.Approval;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.core.desk.LaunchTable.Count;
import org.marquetry.campaign.core.desk.LaunchTable.Launch;
import org.marquetry.campaign.core.desk.LaunchTable.State;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaItem.Kind;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Campaigns that wait for somebody, and those that went out.
@Provider("campaigns")
@Component
public final class CampaignAgenda implements AgendaSource {
  private final Desk desk;
  private final CampaignStore store;

  @Activate
  public CampaignAgenda(@Reference Desk desk) {
    this.desk = desk;
    store = desk.store();
  }

  @Override
  public String name() {
    return "campaigns";
  }

  @Override
  public List<AgendaItem> items(Instant since) {
    List<AgendaItem> items = new ArrayList<>();
    List<SavedCampaign> all = store.newest().list();
    Map<String, Launch> launched = store.launches().all();
    Map<String, CampaignState> states =
        Actor.SYSTEM.call(() -> store.states(all, c -> desk.briefs().uses(c.campaign())));
    for (SavedCampaign saved : all) {
      Launch launch = launched.get(saved.id());
      if (states.get(saved.id()) == CampaignState.ASKED) {
        items.add(asked(saved));
      } else if (launch != null) {
        unknown(saved, launch).ifPresent(items::add);
        sent(saved, launch, since).ifPresent(items::add);
      }
    }
    return items;
  }

  private AgendaItem asked(SavedCampaign saved) {
    Approval asked = store.approvals(saved.id()).getFirst();
    return item(
            Kind.WAITS,
            "approve",
            saved,
            asked.at(),
            new Words("活动“" + saved.name() + "”等待批准", "“" + saved.name() + "” waits for approval"))
        .act(new Words("查看", "Look at it"), address(saved))
        .permission("campaign.approve")
        .build();
  }

  private Optional<AgendaItem> unknown(SavedCampaign saved, Launch launch) {
    int unknown = people(saved, State.UNKNOWN);
    return unknown == 0
        ? Optional.empty()
        : Optional.of(
            item(
                    Kind.WAITS,
                    "unknown",
                    saved,
                    launch.at(),
                    new Words(
                        "活动“" + saved.name() + "”有 " + unknown + " 条消息不知是否发出",
                        unknown + " messages of “" + saved.name() + "” perhaps went out"))
                .why(
                    new Words(
                        "连接中断或系统重启时它们正在发送；不会自动重发",
                        "They were under way when a connection or the suite was cut off; none is sent"
                            + " again by itself"))
                .act(new Words("处理", "Settle them"), address(saved))
                .permission("campaign.launch")
                .build());
  }

  private Optional<AgendaItem> sent(SavedCampaign saved, Launch launch, Instant since) {
    return launch
        .ended()
        .filter(at -> launch.state() == CampaignState.SENT && at.isAfter(since))
        .map(at ->
            item(
                    Kind.DONE,
                    "sent",
                    saved,
                    at,
                    new Words(
                        "活动“" + saved.name() + "”已发送给 " + people(saved, State.SENT) + " 人",
                        "“"
                            + saved.name()
                            + "” was sent to "
                            + people(saved, State.SENT)
                            + " people"))
                .act(new Words("查看", "Look at it"), address(saved))
                .permission("campaign.read")
                .build());
  }

  private int people(SavedCampaign saved, State state) {
    return store.launches().counts(saved.id()).stream()
        .filter(c -> c.state() == state)
        .mapToInt(Count::people)
        .sum();
  }

  private static AgendaItem.Builder item(
      Kind kind, String what, SavedCampaign saved, Instant at, Words title) {
    return AgendaItem.builder(kind, "campaign-" + what + "/" + saved.id(), at, title);
  }

  private static String address(SavedCampaign saved) {
    return "campaigns/" + saved.id();
  }
}
