package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.marquetry.campaign.api.CampaignCheck;
import org.marquetry.campaign.api.CampaignFinding;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Forecast;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;

/// A campaign at a glance, beside the steps of its making: whom it reaches, what it is expected to
/// bring, and what is still missing.
record CampaignSide(Formats formats) {
  private static final Set<String> COSTS = Set.of("offerCost", "contactCosts");

  /// @param check of the newest version; empty while it is being counted
  List<Component> parts(Component page, Optional<CampaignCheck> check) {
    List<Component> parts = new ArrayList<>();
    parts.add(new H2(page.getTranslation("strategy.side")));
    if (check.isEmpty()) {
      parts.add(Lists.none(page.getTranslation("strategy.side.counting")));
      return parts;
    }
    CampaignCheck now = check.get();
    parts.add(figures(page, now));
    parts.addAll(readiness(page, now));
    return parts;
  }

  private Component figures(Component page, CampaignCheck now) {
    DescriptionList list = new DescriptionList();
    list.setId("glance");
    int planned = now.recipients();
    int heldOut = now.sum().of(Disposition.HOLDOUT);
    line(page, list, "audience", formats.number(now.sum().segment()));
    line(page, list, "planned", formats.number(planned));
    line(page, list, "holdout", formats.number(heldOut));
    line(page, list, "held", formats.number(now.sum().segment() - planned - heldOut));
    Interval profit = now.forecast().profit();
    line(
        page,
        list,
        "profit",
        page.getTranslation(
            "strategy.interval",
            money(now, profit.estimate()),
            money(now, profit.low()),
            money(now, profit.high())));
    line(page, list, "cost", money(now, costs(now.forecast())));
    now.detectable()
        .ifPresent(d ->
            line(
                page,
                list,
                "detects",
                d.smallest().isEmpty()
                    ? Formats.UNKNOWN
                    : String.format(Locale.ROOT, "%.1f", 100 * d.smallest().getAsDouble())));
    return list;
  }

  private static double costs(Forecast forecast) {
    return forecast.derivation().stream()
        .filter(l -> COSTS.contains(l.name()))
        .mapToDouble(Forecast.Line::value)
        .sum();
  }

  private static void line(Component page, DescriptionList list, String what, String value) {
    DescriptionList.Description said = new DescriptionList.Description(value);
    said.setId("glance-" + what);
    list.add(new DescriptionList.Term(page.getTranslation("strategy.side." + what)), said);
  }

  private String money(CampaignCheck now, double minor) {
    return formats.money(new Money(Math.round(minor), now.forecast().currency()));
  }

  /// Finished, or why not.
  private List<Component> readiness(Component page, CampaignCheck now) {
    List<CampaignFinding> missing = now.findings().stream().filter(CampaignFinding::stops).toList();
    int asks = now.findings().size() - missing.size();
    Paragraph state =
        new Paragraph(
            missing.isEmpty()
                ? page.getTranslation("strategy.side.ready", asks)
                : page.getTranslation("strategy.side.missing"));
    state.setId("readiness");
    state.addClassNames("shell-summary", missing.isEmpty() ? "shell-good" : "shell-bad");
    if (missing.isEmpty()) {
      return List.of(state);
    }
    UnorderedList list = new UnorderedList();
    missing.forEach(f -> list.add(new ListItem(f.words().in(formats.locale()))));
    return List.of(state, list);
  }
}
