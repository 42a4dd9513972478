package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Formats;

/// What a campaign brought, in words: a verdict for each variant, and the groups behind it.
record ReadResult(Reading reading, Formats formats) {
  List<Component> parts(Component page) {
    List<Component> parts = new ArrayList<>();
    for (Reading.Arm arm : reading.arms()) {
      Paragraph verdict = new Paragraph(sentence(page, arm));
      verdict.addClassName("verdict");
      parts.add(verdict);
      parts.add(
          new Paragraph(
              page.getTranslation(
                  "strategy.result.all",
                  formats.number(reading.people()),
                  money(arm.toAll().estimate()),
                  money(arm.toAll().low()),
                  money(arm.toAll().high()))));
    }
    UnorderedList groups = new UnorderedList();
    groups.setId("groups");
    reading
        .groups()
        .forEach(g ->
            groups.add(
                new ListItem(
                    page.getTranslation(
                        "strategy.result.group",
                        g.name(),
                        formats.number(g.people()),
                        formats.number(g.sent()),
                        formats.number(g.clicked())))));
    parts.add(groups);
    return parts;
  }

  private String sentence(Component page, Reading.Arm arm) {
    Interval effect = reading.ended() ? arm.profit().fixed() : arm.profit().alwaysValid();
    Map<String, Double> facts = arm.verdict().facts();
    Verdict.Key key = arm.verdict().key();
    return page.getTranslation(
        "strategy.verdict." + key.name().toLowerCase(Locale.ROOT),
        arm.variant(),
        money(effect.estimate()),
        money(effect.low()),
        money(effect.high()),
        formats.number(Math.ceil(facts.getOrDefault("days", 0.0))),
        money(facts.getOrDefault("limit", 0.0)),
        String.format(Locale.ROOT, "%.4f", facts.getOrDefault("srmP", 1.0)),
        formats.number((long) facts.getOrDefault("needed", 0.0).doubleValue()));
  }

  private String money(double minor) {
    return formats.money(
        new Money(Math.round(minor), reading.experiment().plan().costs().currency()));
  }
}
