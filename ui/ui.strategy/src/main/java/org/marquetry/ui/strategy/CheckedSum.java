package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.campaign.api.CampaignCheck;
import org.marquetry.campaign.api.CampaignFinding;
import org.marquetry.campaign.api.CheckSum;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Formats;

/// A check in words: what speaks against a launch, the sum that adds up, whose parts open their
/// people, and what it is expected to earn.
record CheckedSum(
    CampaignServices services, String campaign, CampaignCheck check, Formats formats) {
  List<Component> parts(Component page) {
    List<Component> parts = new ArrayList<>(List.of(findings(page), sum(page)));
    if (check.later() > 0) {
      parts.add(
          new Paragraph(
              page.getTranslation("strategy.check.later", formats.number(check.later()))));
    }
    Interval profit = check.forecast().profit();
    Paragraph expected =
        new Paragraph(
            page.getTranslation(
                "strategy.check.profit",
                money(profit.estimate()),
                money(profit.low()),
                money(profit.high())));
    expected.setId("expected");
    parts.add(expected);
    parts.add(new Paragraph(page.getTranslation("strategy.check.rests")));
    return parts;
  }

  private String money(double minor) {
    return formats.money(new Money(Math.round(minor), check.forecast().currency()));
  }

  private Component findings(Component page) {
    if (check.findings().isEmpty()) {
      Paragraph good = new Paragraph(page.getTranslation("strategy.offer.good"));
      good.setId("nothing-against");
      return good;
    }
    UnorderedList list = new UnorderedList();
    list.setId("findings");
    for (CampaignFinding finding : check.findings()) {
      Span mark =
          new Span(
              page.getTranslation(
                  finding.stops() ? "strategy.finding.stops" : "strategy.finding.asks"));
      mark.addClassName(finding.stops() ? "shell-bad" : "mq-note");
      list.add(new ListItem(mark, new Span(" " + finding.words().in(formats.locale()))));
    }
    return list;
  }

  private Component sum(Component page) {
    UnorderedList list = new UnorderedList();
    list.setId("sum");
    list.addClassName("mq-plain");
    Span all =
        new Span(
            page.getTranslation("strategy.sum.segment", formats.number(check.sum().segment())));
    list.add(new ListItem(all));
    lines(page, check.sum(), list);
    return list;
  }

  private void lines(Component page, CheckSum sum, UnorderedList list) {
    sum.parts()
        .forEach((part, people) -> {
          if (people > 0) {
            Button open =
                new Button(
                    formats.number(people)
                        + " "
                        + page.getTranslation("strategy.part." + CampaignsView.word(part)),
                    e -> new PeopleDialog(services, campaign, part, people).open());
            open.setId("part-" + CampaignsView.word(part));
            open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            list.add(new ListItem(open));
          }
        });
  }
}
