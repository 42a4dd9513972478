package org.marquetry.ui.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.ui.api.Formats;

/// Everything that happened, by day, newest first; older ones on demand.
final class Timeline extends Div {
  private static final long serialVersionUID = 1L;
  private static final int STEP = 40;

  private final transient ProfileServices services;
  private final Button older = new Button();
  private transient @Nullable CustomerId customer;
  private transient @Nullable Formats formats;
  private int length = STEP;
  private int all;

  Timeline(ProfileServices services) {
    this.services = services;
    setId("timeline");
    older.setId("older");
    older.addClickListener(e -> {
      length += STEP;
      if (formats != null) {
        show(formats, all);
      }
    });
  }

  void of(CustomerId now) {
    customer = now;
    length = STEP;
  }

  int length() {
    return length;
  }

  /// Show at least so many, where there are.
  void atLeast(int wanted) {
    length = Math.max(length, wanted);
  }

  /// @param count how many events there are in all
  void show(Formats now, int count) {
    formats = now;
    all = count;
    removeAll();
    List<CustomerEvent> events = read();
    if (events.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("profile.timeline.none"));
      none.addClassName("shell-subtitle");
      add(none);
      return;
    }
    EventWords words = new EventWords(this, now);
    LocalDate day = null;
    OrderedList list = new OrderedList();
    for (CustomerEvent event : events) {
      LocalDate of = services.zone().day(event.occurredAt());
      if (!of.equals(day)) {
        day = of;
        list = new OrderedList();
        list.addClassName("mq-timeline");
        add(new H3(now.date(of)), list);
      }
      list.add(line(event, words, now));
    }
    if (all > events.size()) {
      older.setText(getTranslation("profile.timeline.older", now.number(all - events.size())));
      add(older);
    }
  }

  private static ListItem line(CustomerEvent event, EventWords words, Formats formats) {
    Span time = new Span(formats.time(event.occurredAt()));
    time.addClassName("mq-time");
    Span type = new Span(words.type(event));
    type.addClassNames("mq-chip", event.counted().isPresent() ? "mq-strong" : "mq-soft");
    Span product = new Span(words.product(event));
    Span amount = new Span(words.amount(event));
    amount.addClassName("mq-amount");
    Div first = new Div(type, product, amount);
    first.addClassName("mq-line");
    ListItem item = new ListItem(time, first);
    String details = words.details(event);
    if (!details.isEmpty()) {
      Span small = new Span(details);
      small.addClassName("mq-note");
      item.add(small);
    }
    return item;
  }

  private List<CustomerEvent> read() {
    CustomerId of = customer;
    List<CustomerEvent> events = new ArrayList<>();
    while (of != null && events.size() < length) {
      int wanted = Math.min(LiveProfiles.MAX_PAGE, length - events.size());
      List<CustomerEvent> got =
          services.profiles().events(of, Optional.empty(), events.size(), wanted);
      events.addAll(got);
      if (got.size() < wanted) {
        break;
      }
    }
    return events;
  }
}
