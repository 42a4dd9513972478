package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import org.marquetry.campaign.api.ContactLedger;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.ui.api.PanelContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Which messages a customer got or did not get, and why, on the customer's page.
@org.osgi.service.component.annotations.Component
public final class CustomerMessages implements PanelContribution {
  private final CampaignServices services;
  private final DecisionLog decisions;
  private final ContactLedger ledger;

  @Activate
  public CustomerMessages(
      @Reference CampaignServices services,
      @Reference DecisionLog decisions,
      @Reference ContactLedger ledger) {
    this.services = services;
    this.decisions = decisions;
    this.ledger = ledger;
  }

  @Override
  public String place() {
    return "customer";
  }

  @Override
  public String titleKey() {
    return "strategy.messages";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String permission() {
    return "campaign.check";
  }

  @Override
  public Component create(String subject) {
    return new MessagesPanel(services, decisions, ledger, new CustomerId(subject));
  }
}
