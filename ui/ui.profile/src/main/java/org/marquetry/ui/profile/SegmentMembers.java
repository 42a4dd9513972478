package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.SegmentMatch;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;

/// Some members, each of whom can be opened: every condition green or red, with the value and the
/// event behind it; and the same for anybody who is searched.
final class SegmentMembers extends Div {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 10;
  private static final long FIRST_SEED = 1;

  private final transient SegmentServices services;
  private final transient Runnable addressed;
  private transient Group rule = SegmentRule.everybody();
  private transient Optional<Formats> formats = Optional.empty();
  private long seed = FIRST_SEED;
  private String opened = "";
  private transient Map<String, String> listed = Map.of(); // names by customer
  private final HashMap<String, Button> buttons = new HashMap<>(); // by customer
  private final H2 title = new H2();
  private final Button others = new Button();
  private final UnorderedList list = new UnorderedList();
  private final Paragraph none = new Paragraph();
  private final ComboBox<Profile> search = new ComboBox<>();
  private final Div match = new Div();

  SegmentMembers(SegmentServices services, Runnable addressed) {
    this.services = services;
    this.addressed = addressed;
    addClassName("shell-panel");
    setId("members");
    others.setId("others");
    others.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    others.addClickListener(e -> {
      seed++;
      draw();
    });
    list.addClassName("mq-plain");
    list.setId("sample");
    none.addClassName("shell-subtitle");
    search.setId("why");
    search.addClassName("mq-whole");
    search.setItemLabelGenerator(SegmentMembers::called);
    search.setItems(query ->
        services
            .profiles()
            .profiles()
            .page(
                new CustomerPage(
                    query.getFilter().orElse(""),
                    CustomerPage.By.ID,
                    false,
                    query.getOffset(),
                    query.getLimit()))
            .stream());
    search.addValueChangeListener(e -> {
      if (e.isFromClient() && e.getValue() != null) {
        choose(e.getValue().customer().value());
      }
    });
    match.setId("match");
    Div head = new Div(title, others);
    head.addClassName("shell-head");
    add(head, list, none, search, match);
  }

  private static String called(Profile profile) {
    return profile
        .text(Traits.NAME)
        .map(name -> name + " (" + profile.customer().value() + ")")
        .orElseGet(() -> profile.customer().value());
  }

  String opened() {
    return opened;
  }

  void open(String customer) {
    opened = customer;
  }

  void show(Group now, Formats writes) {
    rule = now;
    formats = Optional.of(writes);
    title.setText(getTranslation("profile.segment.members"));
    others.setText(getTranslation("profile.segment.others"));
    search.setLabel(getTranslation("profile.segment.why"));
    search.setPlaceholder(getTranslation("profile.search"));
    draw();
  }

  private void draw() {
    List<Profile> some = services.segments().sample(rule, seed, SHOWN);
    none.setVisible(some.isEmpty());
    none.setText(getTranslation("profile.segment.members.none"));
    others.setVisible(some.size() == SHOWN);
    Map<String, String> people = new LinkedHashMap<>();
    some.forEach(profile -> people.put(profile.customer().value(), called(profile)));
    if (!people.equals(listed)) { // else a click that is on its way, and the focus, would be lost
      listed = people;
      list.removeAll();
      buttons.clear();
      people.forEach((customer, name) -> {
        Button open = new Button(name, e -> choose(customer));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        buttons.put(customer, open);
        list.add(new ListItem(open));
      });
    }
    mark();
    explain();
  }

  private void mark() {
    buttons.forEach((customer, open) ->
        open.getElement().setAttribute("aria-expanded", Boolean.toString(opened.equals(customer))));
  }

  private void choose(String customer) {
    opened = opened.equals(customer) ? "" : customer;
    addressed.run();
    mark();
    explain();
  }

  private void explain() {
    match.removeAll();
    if (opened.isEmpty()) {
      return;
    }
    services
        .segments()
        .explain(rule, new CustomerId(opened))
        .ifPresentOrElse(
            m -> match.add(explained(m)),
            () -> match.add(new Paragraph(getTranslation("profile.unknown"))));
  }

  private Component explained(SegmentMatch found) {
    Div box = new Div();
    String who =
        services
            .profiles()
            .profiles()
            .profile(found.customer())
            .map(SegmentMembers::called)
            .orElse(found.customer().value());
    Anchor link = new Anchor(CustomerAddress.of(found.customer()), who);
    link.getElement().setAttribute("router-link", true);
    box.add(new H3(link));
    Paragraph verdict =
        new Paragraph(
            found.member()
                ? getTranslation("profile.segment.is")
                : found
                    .firstFailing()
                    .map(row ->
                        getTranslation(
                            "profile.segment.isNot",
                            SegmentTexts.say(row.sentence(), getLocale()),
                            SegmentTexts.say(row.value(), getLocale())))
                    .orElseGet(() -> getTranslation("profile.segment.isNot.plain")));
    verdict.setId("verdict");
    box.add(verdict);
    UnorderedList rows = new UnorderedList();
    rows.addClassNames("mq-plain", "mq-checks");
    found.rows().forEach(row -> rows.add(line(row)));
    box.add(rows);
    return box;
  }

  private ListItem line(SegmentMatch.RowMatch row) {
    String key =
        switch (row.verdict()) {
          case UNKNOWN -> "unknown";
          case TRUE, FALSE -> row.good() ? "good" : "bad";
        };
    Icon icon =
        new Icon(
            "vaadin",
            switch (key) {
              case "good" -> "check-circle";
              case "bad" -> "close-circle";
              default -> "question-circle";
            });
    icon.addClassName("mq-check-" + key);
    icon.getElement().setAttribute("role", "img");
    icon.getElement().setAttribute("aria-label", getTranslation("profile.segment.check." + key));
    Span sentence = new Span(SegmentTexts.begin(row.sentence(), getLocale()));
    Span value =
        new Span(
            getTranslation(
                "profile.segment.check.value", SegmentTexts.say(row.value(), getLocale())));
    value.addClassName("mq-note");
    Div texts = new Div(sentence, value);
    texts.addClassName("mq-stack");
    row.evidence().ifPresent(event -> texts.add(evidence(event)));
    ListItem item = new ListItem(icon, texts);
    item.addClassName("mq-check-" + key);
    return item;
  }

  private Span evidence(CustomerEvent event) {
    Formats writes = formats.orElseThrow();
    EventWords words = new EventWords(this, writes);
    Span span =
        new Span(
            getTranslation(
                "profile.segment.evidence",
                writes.dateTime(event.occurredAt()),
                words.type(event),
                words.product(event)));
    span.addClassName("mq-note");
    return span;
  }
}
