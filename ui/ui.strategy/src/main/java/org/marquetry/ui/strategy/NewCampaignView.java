package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Proposed;
import org.marquetry.ui.api.Calendar;
import org.marquetry.ui.api.Told;

/// From a goal, a budget and dates to proposals side by side.
final class NewCampaignView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient ProposalServices services;
  private transient ProposalState state;
  private transient Optional<Proposed> proposed = Optional.empty();
  private final Anchor back = new Anchor(CampaignsPage.PATH, "");
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button nothing = new Button();
  private final Select<Goal> goal = new Select<>();
  private final BigDecimalField budget = new BigDecimalField();
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final NumberField margin = new NumberField();
  private final BigDecimalField cost = new BigDecimalField();
  private final Button propose = new Button();
  private final Div place = new Div();

  NewCampaignView(ProposalServices services) {
    this.services = services;
    state = ProposalState.of(QueryParameters.empty(), services.campaigns().zone().today());
    setId("new-campaign");
    back.getElement().setAttribute("router-link", true);
    about.addClassName("shell-subtitle");
    nothing.setId("from-nothing");
    nothing.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    nothing.setVisible(CampaignServices.may("campaign.write"));
    nothing.addClickListener(e -> new NewCampaignDialog(services.campaigns()).open());
    Div head = new Div(new Div(new Nav(back), title, about), nothing);
    head.addClassName("shell-head");
    place.setId("proposals");
    place.addClassName("mq-three");
    add(head, form(), place);
  }

  private Div form() {
    String currency = services.campaigns().currency().getCurrencyCode();
    goal.setId("goal");
    goal.setItems(Goal.values());
    budget.setId("budget");
    budget.setSuffixComponent(new Span(currency));
    from.setId("from");
    to.setId("to");
    margin.setId("margin");
    margin.setSuffixComponent(new Span("%"));
    cost.setId("cost");
    cost.setSuffixComponent(new Span(currency));
    propose.setId("propose");
    propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    propose.setDisableOnClick(true);
    propose.addClickListener(e -> ask());
    Div fields = new Div(goal, budget, from, to, margin, cost, propose);
    fields.addClassName("mq-line");
    Div panel = new Div(fields);
    panel.addClassNames("shell-panel", "mq-whole");
    return panel;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    state =
        ProposalState.of(
            event.getLocation().getQueryParameters(), services.campaigns().zone().today());
    goal.setValue(state.goal());
    budget.setValue(state.budget().orElse(null));
    from.setValue(state.from());
    to.setValue(state.to());
    margin.setValue(state.margin());
    cost.setValue(state.cost().signum() == 0 ? null : state.cost());
    find();
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("strategy.campaigns")));
    title.setText(getTranslation("strategy.proposals"));
    about.setText(getTranslation("strategy.proposals.about"));
    nothing.setText(getTranslation("strategy.proposals.nothing"));
    goal.setLabel(getTranslation("strategy.campaign.goal"));
    goal.setItemLabelGenerator(g -> getTranslation("strategy.goal." + CampaignsView.word(g)));
    budget.setLabel(getTranslation("strategy.proposals.budget"));
    budget.setLocale(getLocale());
    from.setLabel(getTranslation("strategy.proposals.from"));
    to.setLabel(getTranslation("strategy.proposals.to"));
    for (DatePicker picker : List.of(from, to)) {
      picker.setI18n(
          Calendar.of(
              getLocale(), getTranslation("strategy.today"), getTranslation("shell.cancel")));
    }
    margin.setLabel(getTranslation("strategy.offer.stated-margin"));
    cost.setLabel(getTranslation("strategy.campaign.cost"));
    cost.setLocale(getLocale());
    propose.setText(getTranslation("strategy.proposals.propose"));
    show();
  }

  private void ask() {
    LocalDate first = from.getValue() == null ? state.from() : from.getValue();
    state =
        new ProposalState(
            goal.getValue(),
            Optional.ofNullable(budget.getValue()).filter(b -> b.signum() > 0),
            first,
            to.getValue() == null ? state.to() : to.getValue(),
            orElse(margin.getValue(), state.margin()),
            orElse(cost.getValue(), BigDecimal.ZERO));
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(null, new Location(NewCampaignPage.PATH, state.toAddress())));
    budget.setInvalid(state.budget().isEmpty());
    budget.setErrorMessage(getTranslation("strategy.proposals.budget.missing"));
    if (state.budget().isPresent()) {
      Told.when(this, this::find);
    }
    propose.setEnabled(true);
    show();
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private void find() {
    proposed =
        state
            .question(services.campaigns().currency().getCurrencyCode())
            .map(services.proposals()::propose);
  }

  private void show() {
    place.removeAll();
    if (proposed.isEmpty()) {
      place.add(quiet("strategy.proposals.none"));
      return;
    }
    Proposed found = proposed.get();
    found.proposals().forEach(p -> place.add(new ProposalCard(services, p)));
    if (!found.missing().isEmpty()) {
      Div missing = new Div(new H2(getTranslation("strategy.proposals.missing")));
      missing.setId("missing");
      missing.addClassName("shell-panel");
      found.missing().forEach(w -> missing.add(new Paragraph(w.in(getLocale()))));
      place.add(missing);
    }
  }

  private Component quiet(String key) {
    Paragraph text = new Paragraph(getTranslation(key));
    text.setId("no-proposals");
    text.addClassName("shell-subtitle");
    return text;
  }
}
