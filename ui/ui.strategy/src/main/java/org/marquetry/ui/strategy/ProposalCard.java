package org.marquetry.ui.strategy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Proposal;
import org.marquetry.campaign.api.ProposalChoice;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Told;

/// One proposal. Its discount can be changed and its audience drawn at random; the forecast
/// follows.
final class ProposalCard extends Div {
  private static final long serialVersionUID = 1L;

  private final transient ProposalServices services;
  private transient Proposal shown;
  private final Span profit = new Span();
  private final Span interval = new Span();
  private final Paragraph people = new Paragraph();
  private final Paragraph offer = new Paragraph();
  private final IntegerField discount = new IntegerField();
  private final Checkbox random = new Checkbox();
  private final UnorderedList subjects = new UnorderedList();
  private final Paragraph time = new Paragraph();
  private final UnorderedList rests = new UnorderedList();
  private final Button choose = new Button();

  ProposalCard(ProposalServices services, Proposal proposal) {
    this.services = services;
    this.shown = proposal;
    String approach = CampaignsView.word(proposal.choice().approach());
    setId("proposal-" + approach);
    addClassName("shell-panel");
    H2 title = new H2(getTranslation("strategy.approach." + approach));
    profit.addClassName("mq-value");
    interval.addClassName("mq-note");
    Div earned = new Div(profit, interval);
    earned.addClassName("mq-line");
    earned.getElement().setAttribute("aria-live", "polite");
    discount.setId("discount-" + approach);
    discount.setLabel(getTranslation("strategy.field.percent"));
    discount.setMin(0);
    discount.setMax((int) (100 * ProposalChoice.MAX_DISCOUNT));
    discount.setStep(5);
    discount.setStepButtonsVisible(true);
    discount.setSuffixComponent(new Span("%"));
    discount.setValueChangeMode(ValueChangeMode.LAZY);
    discount.setValue((int) Math.round(100 * proposal.choice().discount()));
    discount.addValueChangeListener(e -> alter());
    random.setId("random-" + approach);
    random.setLabel(getTranslation("strategy.proposal.random"));
    random.addValueChangeListener(e -> alter());
    Div tools = new Div(discount, random);
    tools.addClassName("mq-tools");
    subjects.addClassName("mq-plain");
    rests.addClassNames("mq-plain", "mq-note");
    choose.setId("choose-" + approach);
    choose.setText(getTranslation("strategy.proposal.choose"));
    choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    choose.setDisableOnClick(true);
    choose.setVisible(ProposalServices.mayAdopt());
    choose.addClickListener(e -> adopt());
    add(
        title,
        earned,
        people,
        offer,
        tools,
        label("strategy.proposal.subjects"),
        subjects,
        time,
        label("strategy.proposal.rests"),
        rests,
        choose);
    show();
  }

  private Paragraph label(String key) {
    Paragraph label = new Paragraph(getTranslation(key));
    label.addClassName("mq-label");
    return label;
  }

  private Formats formats() {
    return services.campaigns().formats(UI.getCurrent().getLocale());
  }

  private void alter() {
    Integer percent = discount.getValue();
    if (percent == null || discount.isInvalid()) {
      return;
    }
    ProposalChoice wanted = shown.choice().discounted(percent / 100.0).random(random.getValue());
    if (!wanted.equals(shown.choice())) {
      Told.when(this, () -> shown = services.proposals().forecast(wanted));
      show();
    }
  }

  private void show() {
    Formats formats = formats();
    Locale language = formats.locale();
    Interval expected = shown.forecast().profit();
    profit.setText(money(expected.estimate()));
    profit.setClassName("shell-bad", expected.estimate() < 0);
    profit.setClassName("shell-good", expected.estimate() > 0);
    interval.setText(
        getTranslation(
            "strategy.proposal.interval", money(expected.low()), money(expected.high())));
    people.setText(
        getTranslation(
            "strategy.proposal.people",
            formats.number(shown.recipients()),
            formats.number(shown.segment()),
            shown.audience().in(language)));
    offer.setText(
        getTranslation(
            "strategy.proposal.offer",
            shown
                .offer()
                .map(o -> offered(o, formats))
                .orElseGet(() -> getTranslation("strategy.benefit.none.words")),
            money(shown.forecast().cost())));
    subjects.removeAll();
    List<MailOpening> openings = shown.mail().openings();
    for (MailOpening opening : openings) {
      ListItem subject =
          new ListItem(
              opening.subject().in(language.getLanguage(), shown.mail().languages().getFirst()));
      subjects.add(subject);
    }
    time.setText(
        getTranslation(
            "strategy.proposal.time",
            formats.date(shown.choice().question().from()),
            formats.date(shown.choice().question().to())));
    rests.removeAll();
    shown.rests().forEach(w -> rests.add(new ListItem(w.in(language))));
    choose.setEnabled(!shown.choice().random());
  }

  private String offered(Offer given, Formats formats) {
    OfferWords words = new OfferWords(this, formats);
    return words.benefit(given.benefit()) + ", " + words.validity(given);
  }

  private String money(double minor) {
    return formats().money(new Money(Math.round(minor), shown.forecast().currency()));
  }

  private void adopt() {
    Told.when(
        this,
        () -> {
          SavedCampaign saved = services.proposals().adopt(shown.choice(), name());
          UI.getCurrent().navigate(CampaignPage.address(saved.id()));
        });
    choose.setEnabled(!shown.choice().random());
  }

  /// Goal, day, discount.
  private String name() {
    ProposalChoice choice = shown.choice();
    String goal = getTranslation("strategy.goal." + CampaignsView.word(choice.question().goal()));
    return goal
        + " "
        + choice.question().from()
        + (choice.discount() == 0 ? "" : " " + Math.round(100 * choice.discount()) + " %");
  }
}
