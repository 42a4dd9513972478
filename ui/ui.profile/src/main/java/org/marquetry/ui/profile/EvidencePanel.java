package org.marquetry.ui.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Trait;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.OrderId;
import org.marquetry.ui.api.Formats;

/// The events behind one trait, how they make its value, and what they come to.
final class EvidencePanel extends Div {
  private static final long serialVersionUID = 1L;

  EvidencePanel(
      ProfileServices services,
      KnownCustomer customer,
      Trait trait,
      Formats formats,
      Runnable close) {
    setId("evidence");
    addClassName("shell-panel");
    Evidence evidence =
        new Evidence(
            read(services.profiles(), customer.customer(), trait),
            customer.currency(),
            services.zone().zone());
    Button shut = new Button(new Icon("vaadin", "close-small"), e -> close.run());
    shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    shut.setAriaLabel(getTranslation("profile.close"));
    H2 title =
        new H2(
            getTranslation("profile.evidence", TraitTile.label(trait.label(), formats.locale())));
    Div head = new Div(title, shut);
    head.addClassName("shell-head");
    Paragraph rule = new Paragraph(getTranslation("profile.rule." + trait.id()));
    rule.addClassName("shell-subtitle");
    add(head, rule, table(evidence.events(), formats), sum(services, evidence, trait, formats));
  }

  private Paragraph sum(ProfileServices services, Evidence evidence, Trait trait, Formats formats) {
    Paragraph sum =
        new Paragraph(
            getTranslation(
                "profile.evidence.sum",
                formats.number(evidence.events().size()),
                evidence.show(trait, services.zone().today(), formats)));
    sum.setId("sum");
    sum.addClassName("mq-sum");
    return sum;
  }

  private Grid<CustomerEvent> table(List<CustomerEvent> events, Formats formats) {
    EventWords words = new EventWords(this, formats);
    Grid<CustomerEvent> grid = new Grid<>();
    grid.setId("evidence-events");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
    grid.addColumn(e -> formats.dateTime(e.occurredAt()))
        .setHeader(getTranslation("profile.column.when"))
        .setWidth("11rem")
        .setFlexGrow(0);
    grid.addColumn(words::type).setHeader(getTranslation("profile.column.what")).setWidth("7rem");
    grid.addColumn(words::product)
        .setHeader(getTranslation("profile.column.product"))
        .setWidth("9rem")
        .setFlexGrow(3);
    grid.addColumn(e -> e.order().map(OrderId::value).orElse(""))
        .setHeader(getTranslation("profile.column.order"))
        .setWidth("8rem");
    grid.addColumn(words::amount)
        .setHeader(getTranslation("profile.column.amount"))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("8rem");
    grid.addColumn(words::counted)
        .setHeader(getTranslation("profile.column.counted"))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("8rem");
    grid.setItems(events);
    grid.setHeight(Math.min(22, 4 + 2.4 * events.size()) + "rem");
    return grid;
  }

  private static List<CustomerEvent> read(LiveProfiles profiles, CustomerId customer, Trait trait) {
    List<CustomerEvent> all = new ArrayList<>();
    List<CustomerEvent> page;
    do {
      page = profiles.events(customer, Optional.of(trait), all.size(), LiveProfiles.MAX_PAGE);
      all.addAll(page);
    } while (page.size() == LiveProfiles.MAX_PAGE);
    return all;
  }
}
