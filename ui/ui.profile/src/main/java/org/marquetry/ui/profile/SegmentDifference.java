package org.marquetry.ui.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.ui.api.Formats;

/// Somebody else saved meanwhile: theirs and mine side by side, what differs marked; one is chosen.
final class SegmentDifference extends Div {
  private static final long serialVersionUID = 1L;

  private final transient SegmentServices services;

  SegmentDifference(
      SegmentServices services,
      SavedSegment theirs,
      String myName,
      Group mine,
      Formats formats,
      Consumer<SavedSegment> takeTheirs,
      Runnable keepMine) {
    this.services = services;
    addClassNames("shell-panel", "mq-whole");
    getElement().setAttribute("role", "alert");
    add(new H2(getTranslation("profile.segment.conflict")));
    add(
        new Paragraph(
            getTranslation(
                "profile.segment.conflict.text",
                services.colleagues().names(getLocale()).apply(theirs.by()),
                formats.dateTime(theirs.at()),
                theirs.version())));
    Button take = new Button(getTranslation("profile.segment.conflict.take"));
    take.setId("take-theirs");
    take.addClickListener(e -> takeTheirs.accept(theirs));
    Button keep = new Button(getTranslation("profile.segment.conflict.keep"));
    keep.setId("keep-mine");
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    keep.addClickListener(e -> keepMine.run());
    Div columns =
        new Div(
            side("profile.segment.conflict.theirs", theirs.name(), theirs.rule(), mine, take),
            side("profile.segment.conflict.mine", myName, mine, theirs.rule(), keep));
    columns.addClassName("mq-halves");
    add(columns);
  }

  private Div side(String key, String name, Group rule, Group other, Button choose) {
    UnorderedList rows = new UnorderedList();
    rows.addClassName("mq-plain");
    List<SegmentRule> others = SegmentRule.nodes(other);
    for (SegmentRule node : SegmentRule.nodes(rule)) {
      if (node instanceof SegmentRule.Row) {
        ListItem item =
            new ListItem(SegmentTexts.say(services.segments().sentence(node), getLocale()));
        if (!others.contains(node)) {
          item.addClassName("mq-strong");
        }
        rows.add(item);
      }
    }
    Paragraph called = new Paragraph(name);
    called.addClassName("mq-label");
    Div side = new Div(new H2(getTranslation(key)), called, rows);
    side.add(
        new Paragraph(SegmentTexts.say(services.segments().sentence(rule), getLocale())), choose);
    side.addClassName("mq-half");
    return side;
  }
}
