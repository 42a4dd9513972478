package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.marquetry.feature.api.ChangePlan;

/// A plan on the page: what matters first, the bundles and services for those who want to know.
final class PlanPart extends Div {
  private static final long serialVersionUID = 1L;

  PlanPart(PlanWords words, ChangePlan plan) {
    setId("plan");
    if (plan.isEmpty()) {
      add(new Paragraph(words.speech().text("extensions.plan.nothing")));
      return;
    }
    if (!plan.problems().isEmpty()) {
      Paragraph first = new Paragraph(words.speech().text("extensions.plan.problems"));
      first.addClassName("shell-bad");
      add(first, Refusals.said(plan.problems(), words.locale()));
    }
    List<PlanWords.Group> groups = words.of(plan);
    groups.stream()
        .filter(g -> !g.isDetail())
        .forEach(g -> {
          H3 title = new H3(words.speech().text(g.key()));
          title.getStyle().setMargin("0");
          add(title, list(g.lines()));
        });
    for (PlanWords.Group group : groups) {
      if (group.isDetail()) {
        String title =
            words
                .speech()
                .text(
                    "extensions.plan.count",
                    words.speech().text(group.key()),
                    group.lines().size());
        NativeDetails details = new NativeDetails(title, list(group.lines()));
        details.addClassName("mq-note");
        add(details);
      }
    }
  }

  static Component list(List<String> lines) {
    UnorderedList list = new UnorderedList();
    lines.forEach(line -> list.add(new ListItem(line)));
    return list;
  }
}
