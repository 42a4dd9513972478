package org.marquetry.ui.strategy;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.InputDialog;

/// Launches a campaign: whoever does it types how many people get it.
final class LaunchDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient CampaignServices services;
  private final transient SavedCampaign saved;
  private final transient Runnable done;
  private final IntegerField recipients = new IntegerField();

  LaunchDialog(CampaignServices services, SavedCampaign saved, Runnable done) {
    super("strategy.launch", "strategy.launch");
    this.services = services;
    this.saved = saved;
    this.done = done;
    recipients.setId("recipients");
    recipients.setLabel(getTranslation("strategy.launch.recipients"));
    recipients.setWidthFull();
    recipients.setAutofocus(true);
    main().setDisableOnClick(false);
    add(new Paragraph(getTranslation("strategy.launch.text", saved.name())), recipients);
    messageBelow();
  }

  @Override
  protected void submit() {
    if (recipients.getValue() == null) {
      throw new Rejected(new Words("请输入收件人数", "type the number of recipients"));
    }
    services.campaigns().launch(saved.id(), saved.version(), recipients.getValue());
    done.run();
  }
}
