package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.campaign.api.Contact;
import org.marquetry.campaign.api.ContactLedger;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.decision.api.Candidate;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.decision.api.Reason;
import org.marquetry.experiment.api.Design;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;

/// Each decision about a customer's messages, with its campaign, chance and reason, and what became
/// of the message.
final class MessagesPanel extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final String POINT = "campaign.send";
  private static final int SHOWN = 20;

  private final transient CampaignServices services;
  private final transient DecisionLog decisions;
  private final transient ContactLedger ledger;
  private final transient CustomerId customer;
  private final LivePart<List<Line>> list = new LivePart<>(this::list);

  /// @param contact what became of the message; empty: nothing went to the channel
  private record Line(
      String campaign,
      Optional<SavedCampaign> saved,
      Decision decision,
      Optional<Contact> contact) {}

  MessagesPanel(
      CampaignServices services, DecisionLog decisions, ContactLedger ledger, CustomerId customer) {
    this.services = services;
    this.decisions = decisions;
    this.ledger = ledger;
    this.customer = customer;
    setId("messages");
    add(list);
    services.live().watch(this, PERIOD, this::look, list::show);
  }

  private List<Line> look() {
    List<Contact> contacts = ledger.of(customer);
    return decisions.about(customer.value(), 2 * SHOWN).stream()
        .filter(d -> d.point().equals(POINT) && !d.arms().isEmpty())
        .limit(SHOWN)
        .map(d -> {
          String campaign = d.arms().keySet().iterator().next();
          return new Line(
              campaign,
              services.campaigns().find(campaign),
              d,
              contacts.stream()
                  .filter(c -> c.campaign().map(CampaignId::value).orElse("").equals(campaign))
                  .findFirst());
        })
        .toList();
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    list.show(look());
  }

  private List<Component> list(List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of(Lists.none(getTranslation("strategy.messages.none")));
    }
    Formats formats = services.formats(getLocale());
    UnorderedList all = new UnorderedList();
    all.addClassName("mq-plain");
    lines.forEach(line -> all.add(item(line, formats)));
    return List.of(all);
  }

  private ListItem item(Line line, Formats formats) {
    String name = line.saved.map(SavedCampaign::name).orElse(line.campaign);
    Component title =
        line.saved.isPresent()
            ? Lists.link(CampaignPage.address(line.campaign), name)
            : new Span(name);
    Span why = new Span(why(line.decision, formats));
    why.addClassName("mq-note");
    Span became = new Span(became(line, formats));
    became.addClassName("mq-note");
    Div texts = new Div(title, why, became);
    texts.addClassName("mq-stack");
    return new ListItem(texts);
  }

  /// Why the person was to get it, or not.
  private String why(Decision decision, Formats formats) {
    String chosen = decision.chosen().isEmpty() ? "" : decision.chosen().getFirst();
    String when = formats.dateTime(decision.decidedAt());
    String chance =
        formats.percent(
            decision.candidates().stream()
                .filter(c -> c.id().equals(chosen))
                .mapToDouble(Candidate::probability)
                .findFirst()
                .orElse(0));
    Map<String, String> facts =
        decision.reasons().stream().findFirst().map(Reason::facts).orElse(Map.of());
    if (chosen.equals(Design.HOLDOUT)) {
      return getTranslation("strategy.why.holdout", when, chance);
    }
    if (!decision.arms().containsValue(chosen)) { // it was planned, and the policy refused
      String code = decision.reasons().stream().findFirst().map(Reason::code).orElse("");
      return getTranslation("strategy.why.held", when, RuleWords.of(this, code));
    }
    return facts.containsKey("segment")
        ? getTranslation("strategy.why.segment", when, named(facts.get("segment")), chosen, chance)
        : getTranslation("strategy.why.everybody", when, chosen, chance);
  }

  private String named(String segment) {
    return services.segments().stream()
        .filter(s -> s.id().equals(segment))
        .map(CampaignServices.Named::name)
        .findFirst()
        .orElse(segment);
  }

  private String became(Line line, Formats formats) {
    return line.contact
        .map(c ->
            getTranslation(
                "strategy.became." + c.state().name().toLowerCase(Locale.ROOT),
                formats.dateTime(c.at()),
                RuleWords.of(this, c.code())))
        .orElseGet(() -> getTranslation("strategy.became.nothing"));
  }
}
