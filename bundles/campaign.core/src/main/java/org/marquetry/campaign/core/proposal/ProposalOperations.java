package org.marquetry.campaign.core.proposal;

import java.util.List;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.campaign.api.CampaignProposals;
import org.marquetry.campaign.core.proposal.ProposalAnswers.Adopted;
import org.marquetry.campaign.core.proposal.ProposalAnswers.Asked;
import org.marquetry.campaign.core.proposal.ProposalAnswers.Chosen;
import org.marquetry.campaign.core.proposal.ProposalAnswers.Entries;
import org.marquetry.campaign.core.proposal.ProposalAnswers.Entry;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.marquetry.platform.api.time.ShopZone;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Proposals at the door for programs. Calls the service through the gate, as the actor who sent
/// the request.
@Component(
    service = {},
    immediate = true)
public final class ProposalOperations {
  private static final String WITHOUT = "EUR"; // nothing is said of money before the set-up

  private final CampaignProposals proposals;
  private final ShopSettings settings;
  private final ShopZone zone;
  private final Served served;

  @Activate
  public ProposalOperations(
      BundleContext context,
      @Reference CampaignProposals proposals,
      @Reference ShopSettings settings,
      @Reference ShopZone zone) {
    this.proposals = proposals;
    this.zone = zone;
    this.settings = settings;
    served = Served.by(context, "proposals", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  private List<Op> all() {
    Ops check = new Ops("campaign.check", "campaign.check");
    return List.of(
        check.change(
            "propose",
            "POST /campaign-proposals",
            "Propose campaigns for a goal, a budget and dates, side by side; nothing is stored",
            Asked.class,
            Entries.class,
            true,
            r ->
                Answer.ok(
                    Entries.of(
                        proposals.propose(
                            r.body(Asked.class).toQuestion(currency(), zone.today()))))),
        check.change(
            "forecast",
            "POST /campaign-proposals/forecast",
            "Forecast a proposal again, perhaps with another discount or a random audience",
            Chosen.class,
            Entry.class,
            true,
            r ->
                Answer.ok(
                    Entry.of(
                        proposals.forecast(
                            r.body(Chosen.class).toChoice(currency(), zone.today()))))),
        new Ops("campaign.check", "campaign.write")
            .change(
                "adopt",
                "POST /campaign-proposals/adopt",
                "Make a proposal a campaign, as a draft with its segment, offer and mail; again, it is"
                    + " the same one",
                Chosen.class,
                Adopted.class,
                true,
                r -> Answer.ok(adopt(r))));
  }

  private Adopted adopt(Request request) {
    Chosen chosen = request.body(Chosen.class);
    return Adopted.of(
        proposals.adopt(
            chosen.toChoice(currency(), zone.today()),
            chosen.name().orElseThrow(() -> new IllegalArgumentException("name must be given"))));
  }

  private String currency() {
    return Actor.SYSTEM
        .call(settings::settings)
        .map(s -> s.currency().getCurrencyCode())
        .orElse(WITHOUT);
  }
}
