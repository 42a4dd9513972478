package org.marquetry.ui.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.ui.api.Formats;

/// Every version of a segment in words, newest first; a former one can be taken back.
final class SegmentHistory extends Div {
  private static final long serialVersionUID = 1L;

  private final transient SegmentServices services;
  private final transient Consumer<SavedSegment> restored;

  SegmentHistory(SegmentServices services, Consumer<SavedSegment> restored) {
    this.services = services;
    this.restored = restored;
    addClassName("shell-panel");
    setId("history");
  }

  void show(Optional<SavedSegment> segment) {
    removeAll();
    setVisible(segment.isPresent());
    if (segment.isEmpty()) {
      return;
    }
    add(new H2(getTranslation("profile.segment.history")));
    OrderedList list = new OrderedList();
    list.addClassName("mq-plain");
    List<SavedSegment> versions = services.segments().history(segment.get().id());
    UnaryOperator<String> names = services.colleagues().names(getLocale());
    versions.forEach(
        v -> list.add(line(v, names.apply(v.by()), v.version() == segment.get().version())));
    add(list);
  }

  private ListItem line(SavedSegment version, String by, boolean current) {
    Formats formats = new Formats(getLocale(), services.profiles().zone().zone());
    Span what =
        new Span(
            getTranslation(
                "profile.segment.act." + RuleEditor.name(version.act()),
                version.version(),
                version.name()));
    Span when = new Span(formats.dateTime(version.at()) + " · " + by);
    when.addClassName("mq-note");
    Span sentence =
        new Span(SegmentTexts.say(services.segments().sentence(version.rule()), getLocale()));
    sentence.addClassName("mq-note");
    Div texts = new Div(what, sentence, when);
    texts.addClassName("mq-stack");
    ListItem item = new ListItem(texts);
    if (!current && !version.isDeleted() && Actor.current().may("segment.write")) {
      Button back = new Button(getTranslation("profile.segment.takeBack"));
      back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      back.setAriaLabel(getTranslation("profile.segment.takeBack.version", version.version()));
      back.addClickListener(e -> restore(version));
      item.add(back);
    }
    return item;
  }

  private void restore(SavedSegment version) {
    try {
      restored.accept(services.segments().restore(version.id(), version.version()));
    } catch (IllegalArgumentException refused) {
      Notification.show(refused.getMessage());
    }
  }
}
