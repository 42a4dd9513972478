package org.marquetry.ui.strategy;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.marquetry.campaign.api.Campaigns;
import org.marquetry.campaign.api.TestSend;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.ui.api.InputDialog;

/// Sends a campaign's mail to people of the shop, and says what became of each message.
final class TestSendDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient CampaignServices services;
  private final String campaign;
  private final CheckboxGroup<String> seeds = new CheckboxGroup<>();
  private final TextField more = new TextField();
  private final Div told = new Div();

  TestSendDialog(CampaignServices services, String campaign) {
    super("strategy.test", "strategy.test.send");
    this.services = services;
    this.campaign = campaign;
    seeds.setId("seeds");
    seeds.setLabel(getTranslation("strategy.test.seeds"));
    more.setId("more-seeds");
    more.setLabel(getTranslation("strategy.test.more"));
    more.setHelperText(getTranslation("strategy.test.more.help"));
    more.setWidthFull();
    told.setId("tests");
    told.getElement().setAttribute("role", "status");
    show(services.seeds().addresses(), Set.of());
    add(new Paragraph(getTranslation("strategy.test.text")), seeds, more, told);
    messageBelow();
    stayOpen();
  }

  private void show(List<String> all, Set<String> chosen) {
    seeds.setVisible(!all.isEmpty());
    seeds.setItems(all);
    seeds.setValue(
        new LinkedHashSet<>(
            chosen.isEmpty() ? all.stream().limit(Campaigns.MAX_TEST).toList() : chosen));
  }

  @Override
  protected void submit() {
    told.removeAll();
    if (!more.isEmpty()) {
      addSeeds();
    }
    List<TestSend> sent = services.campaigns().test(campaign, List.copyOf(seeds.getValue()));
    UnorderedList list = new UnorderedList();
    sent.forEach(t ->
        list.add(
            new ListItem(
                getTranslation("strategy.test.to", t.address(), t.variant(), words(t.outcome())))));
    told.add(list);
  }

  private void addSeeds() {
    Set<String> chosen = new LinkedHashSet<>(seeds.getValue());
    List<String> all = new ArrayList<>(services.seeds().addresses());
    for (String address : more.getValue().split("[,;\\s]+", -1)) {
      if (!address.isBlank()) {
        all.add(address);
        chosen.add(address);
      }
    }
    show(services.seeds().change(all), chosen);
    more.clear();
  }

  private String words(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Sent sent ->
          getTranslation(
              "file".equals(sent.where().getScheme())
                  ? "strategy.test.kept"
                  : "strategy.test.taken");
      case SendOutcome.AlreadySent _ -> getTranslation("strategy.test.taken");
      case SendOutcome.Later(String code, var _, var _) -> not(code);
      case SendOutcome.Failed(String code, var _) -> not(code);
      case SendOutcome.Unknown(var _, String code, var _) -> not(code);
    };
  }

  private String not(String code) {
    return getTranslation("strategy.test.not", RuleWords.of(this, code));
  }
}
