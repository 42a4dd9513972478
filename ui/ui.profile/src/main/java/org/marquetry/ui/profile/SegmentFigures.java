package org.marquetry.ui.profile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.api.SegmentDay;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Formats;

/// How many, of whom how many can be reached, their share of revenue, the change since yesterday.
final class SegmentFigures extends Div {
  private static final long serialVersionUID = 1L;

  private final transient SegmentServices services;
  private final Span count = tile("count");
  private final Span countNote = note();
  private final Span email = tile("reach-email");
  private final Span emailNote = note();
  private final Span sms = tile("reach-sms");
  private final Span smsNote = note();
  private final Span revenue = tile("revenue");
  private final Span revenueNote = note();
  private final Span change = tile("change");
  private final Span changeNote = note();
  private final Span[] labels = new Span[5];

  SegmentFigures(SegmentServices services) {
    this.services = services;
    setId("figures");
    addClassNames("mq-tiles", "mq-figures");
    Span[][] tiles = {
      {count, countNote},
      {email, emailNote},
      {sms, smsNote},
      {revenue, revenueNote},
      {change, changeNote}
    };
    for (int i = 0; i < tiles.length; i++) {
      labels[i] = new Span();
      labels[i].addClassName("mq-label");
      Div tile = new Div(labels[i], tiles[i][0], tiles[i][1]);
      tile.addClassName("mq-tile");
      add(tile);
    }
    count.getElement().setAttribute("role", "status");
  }

  private static Span tile(String id) {
    Span value = new Span(Formats.UNKNOWN);
    value.setId("segment-" + id);
    value.addClassName("mq-value");
    return value;
  }

  private static Span note() {
    Span note = new Span();
    note.addClassName("mq-note");
    return note;
  }

  /// @param saved the segment whose rule this is, without changes; empty for what nobody saved
  void show(SegmentCount now, Optional<SavedSegment> saved, Formats formats) {
    String[] keys = {"count", "email", "sms", "revenue", "change"};
    for (int i = 0; i < keys.length; i++) {
      labels[i].setText(getTranslation("profile.segment.figure." + keys[i]));
    }
    String number = formats.number(now.count());
    count.setText(now.exact() ? number : getTranslation("profile.segment.atLeast", number));
    countNote.setText(
        getTranslation(
            "profile.segment.of",
            formats.number(now.customers()),
            share(now.count(), now.customers(), formats)));
    reach(now, "email", email, emailNote, formats);
    reach(now, "sms", sms, smsNote, formats);
    revenue.setText(
        Double.isNaN(now.revenueShare()) ? Formats.UNKNOWN : formats.percent(now.revenueShare()));
    revenueNote.setText(now.revenue().map((Money m) -> formats.money(m)).orElse(""));
    change(now, saved, formats);
  }

  private static String share(int part, int whole, Formats formats) {
    return whole == 0 ? Formats.UNKNOWN : formats.percent((double) part / whole);
  }

  private static void reach(
      SegmentCount now, String channel, Span value, Span note, Formats formats) {
    now.reach().stream()
        .filter(r -> r.channel().equals(channel))
        .findFirst()
        .ifPresent(r -> {
          value.setText(formats.number(r.count()));
          note.setText(share(r.count(), now.count(), formats));
        });
  }

  private void change(SegmentCount now, Optional<SavedSegment> saved, Formats formats) {
    OptionalInt begun = now.begun().isPresent() ? now.begun() : kept(saved);
    if (begun.isEmpty()) {
      change.setText(Formats.UNKNOWN);
      changeNote.setText(getTranslation("profile.segment.change.unknown"));
      return;
    }
    int more = now.count() - begun.getAsInt();
    change.setText((more > 0 ? "+" : more < 0 ? "−" : "±") + formats.number(Math.abs(more)));
    changeNote.setText(
        getTranslation("profile.segment.change.from", formats.number(begun.getAsInt())));
  }

  /// How many it had when today began, or when it was saved today.
  private OptionalInt kept(Optional<SavedSegment> saved) {
    LocalDate today = services.profiles().zone().today();
    return saved.stream()
        .flatMap(s -> services.segments().sizes(s.id(), 1).stream())
        .filter(day -> day.day().equals(today))
        .mapToInt(SegmentDay::count)
        .findFirst();
  }
}
