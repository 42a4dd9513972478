package org.marquetry.ui.strategy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.CampaignPerson;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;

/// The people of one part of the sum, and the rule that put each there.
final class PeopleDialog extends Dialog {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;

  PeopleDialog(CampaignServices services, String campaign, Disposition part, int all) {
    Formats formats = services.formats(getLocale());
    setHeaderTitle(getTranslation("strategy.part." + CampaignsView.word(part)));
    setWidth("44rem");
    List<CampaignPerson> people =
        services.campaigns().people(campaign, part, Optional.empty(), SHOWN);
    Grid<CampaignPerson> grid = Lists.grid("people-grid");
    grid.addComponentColumn(p -> Lists.link(CustomerAddress.of(p.customer()), p.customer().value()))
        .setHeader(getTranslation("strategy.person"));
    grid.addColumn(p -> p.variant().orElse(Formats.UNKNOWN))
        .setHeader(getTranslation("strategy.variant"));
    grid.addColumn(p -> p.at().map(formats::dateTime).orElse(Formats.UNKNOWN))
        .setHeader(getTranslation("strategy.when"));
    grid.addColumn(p -> RuleWords.of(this, p.reason())).setHeader(getTranslation("strategy.rule"));
    grid.setItems(people);
    add(grid);
    if (all > people.size()) {
      add(new Paragraph(getTranslation("strategy.people.first", people.size(), all)));
    }
    getFooter().add(new Button(getTranslation("shell.close"), e -> close()));
  }
}
