package org.marquetry.ui.strategy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.Goal;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.InputDialog;

/// Begins a campaign: all else is filled in on its page.
final class NewCampaignDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient CampaignServices services;
  private final TextField name = new TextField();
  private final Select<Goal> goal = new Select<>();

  NewCampaignDialog(CampaignServices services) {
    super("strategy.campaign.new", "strategy.campaign.begin");
    this.services = services;
    name.setId("campaign-name");
    name.setLabel(getTranslation("strategy.campaign.name"));
    name.setWidthFull();
    name.setAutofocus(true);
    goal.setId("campaign-goal");
    goal.setLabel(getTranslation("strategy.campaign.goal"));
    goal.setWidthFull();
    goal.setItems(Goal.values());
    goal.setItemLabelGenerator(g -> getTranslation("strategy.goal." + CampaignsView.word(g)));
    goal.setValue(Goal.WIN_BACK);
    add(name, goal);
    messageBelow();
  }

  @Override
  protected void submit() {
    if (name.getValue().isBlank()) {
      throw new Rejected(new Words("请给活动起个名字", "the campaign needs a name"));
    }
    String id =
        services
            .campaigns()
            .create(Campaign.builder(name.getValue(), goal.getValue()).build())
            .id();
    UI.getCurrent().navigate(CampaignPage.address(id));
  }
}
