package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.Goal;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Calendar;
import org.marquetry.ui.api.Told;

/// What a campaign is to be, in the order of its making. Each change is handed on as it is typed.
final class CampaignForm extends Div {
  private static final long serialVersionUID = 1L;

  private final transient CampaignServices services;
  private final transient Function<Campaign, Boolean> changed;
  private final String currency;
  private transient @Nullable Campaign shown;
  private boolean filling;
  private final H2 goalTitle = new H2();
  private final H2 audienceTitle = new H2();
  private final H2 contentTitle = new H2();
  private final H2 testTitle = new H2();
  private final TextField name = new TextField();
  private final Select<Goal> goal = new Select<>();
  private final Paragraph corrects = new Paragraph();
  private final Select<String> segment = new Select<>();
  private final IntegerField most = new IntegerField();
  private final Checkbox profitable = new Checkbox();
  private final Select<String> offer = new Select<>();
  private final Select<String> mail = new Select<>();
  private final DateTimePicker start = new DateTimePicker();
  private final IntegerField days = new IntegerField();
  private final NumberField holdout = new NumberField();
  private final NumberField margin = new NumberField();
  private final BigDecimalField cost = new BigDecimalField();

  /// @param changed told what it is to be; false: it was refused, and what is stored is shown again
  CampaignForm(CampaignServices services, Function<Campaign, Boolean> changed) {
    this.services = services;
    this.changed = changed;
    currency = services.currency().getCurrencyCode();
    addClassNames("shell-panels", "mq-whole");
    name.setValueChangeMode(ValueChangeMode.LAZY);
    goal.setItems(Goal.values());
    holdout.setSuffixComponent(new Span("%"));
    margin.setSuffixComponent(new Span("%"));
    cost.setSuffixComponent(new Span(currency));
    List.of(segment, offer, mail).forEach(s -> s.setEmptySelectionAllowed(true));
    fields()
        .forEach((id, field) -> {
          ((Component) field).setId(id);
          ((Component) field).getElement().getStyle().set("width", "100%");
          field.addValueChangeListener(e -> tell());
        });
    add(
        panel(goalTitle, name, goal),
        panel(audienceTitle, corrects, segment, most, profitable),
        panel(contentTitle, offer, mail),
        panel(testTitle, start, days, holdout, margin, cost));
  }

  private java.util.Map<String, HasValue<?, ?>> fields() {
    java.util.Map<String, HasValue<?, ?>> all = new java.util.LinkedHashMap<>();
    all.put("name", name);
    all.put("goal", goal);
    all.put("segment", segment);
    all.put("most", most);
    all.put("profitable", profitable);
    all.put("offer", offer);
    all.put("mail", mail);
    all.put("start", start);
    all.put("days", days);
    all.put("holdout", holdout);
    all.put("margin", margin);
    all.put("cost", cost);
    return all;
  }

  private static Div panel(H2 title, Component... fields) {
    Div panel = new Div(title);
    panel.addClassName("shell-panel");
    Div all = new Div(fields);
    all.addClassName("mq-fields");
    panel.add(all);
    return panel;
  }

  void translate() {
    goalTitle.setText(getTranslation("strategy.step.goal"));
    audienceTitle.setText(getTranslation("strategy.step.audience"));
    contentTitle.setText(getTranslation("strategy.step.content"));
    testTitle.setText(getTranslation("strategy.step.test"));
    name.setLabel(getTranslation("strategy.campaign.name"));
    goal.setLabel(getTranslation("strategy.campaign.goal"));
    goal.setItemLabelGenerator(g -> getTranslation("strategy.goal." + CampaignsView.word(g)));
    segment.setLabel(getTranslation("strategy.campaign.segment"));
    segment.setEmptySelectionCaption(getTranslation("strategy.campaign.everybody"));
    segment.setPlaceholder(getTranslation("strategy.campaign.everybody"));
    most.setLabel(getTranslation("strategy.campaign.most"));
    most.setHelperText(getTranslation("strategy.campaign.most.help"));
    profitable.setLabel(getTranslation("strategy.campaign.profitable"));
    offer.setLabel(getTranslation("strategy.offer"));
    offer.setEmptySelectionCaption(getTranslation("strategy.campaign.no-offer"));
    offer.setPlaceholder(getTranslation("strategy.campaign.no-offer"));
    mail.setLabel(getTranslation("strategy.campaign.mail"));
    mail.setHelperText(getTranslation("strategy.campaign.mail.help"));
    mail.setEmptySelectionCaption(getTranslation("strategy.campaign.no-mail"));
    mail.setPlaceholder(getTranslation("strategy.campaign.no-mail"));
    start.setLabel(getTranslation("strategy.campaign.start"));
    start.setHelperText(getTranslation("strategy.campaign.start.help"));
    start.setDatePickerI18n(
        Calendar.of(getLocale(), getTranslation("strategy.today"), getTranslation("shell.cancel")));
    start.setLocale(getLocale());
    days.setLabel(getTranslation("strategy.campaign.days"));
    holdout.setLabel(getTranslation("strategy.campaign.holdout"));
    holdout.setHelperText(getTranslation("strategy.campaign.holdout.help"));
    margin.setLabel(getTranslation("strategy.offer.stated-margin"));
    cost.setLabel(getTranslation("strategy.campaign.cost"));
    cost.setLocale(getLocale());
  }

  /// @param editable whether it may be changed
  void show(Campaign now, boolean editable) {
    fields().values().forEach(f -> f.setReadOnly(!editable));
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    corrects.setVisible(now.corrects().isPresent());
    segment.setVisible(now.corrects().isEmpty());
    now.corrects()
        .ifPresent(id ->
            corrects.setText(
                getTranslation("strategy.campaign.corrects", services.nameOf(id.value()))));
    filling = true;
    name.setValue(now.name());
    goal.setValue(now.goal());
    choose(segment, services.segments(), now.segment());
    choose(offer, services.offers(), now.offer());
    choose(mail, services.mails(), now.mail());
    most.setValue(now.mostPeople().isPresent() ? (Integer) now.mostPeople().getAsInt() : null);
    profitable.setValue(now.onlyProfitable());
    start.setValue(
        now.start().map(at -> LocalDateTime.ofInstant(at, services.zone().zone())).orElse(null));
    days.setValue(now.days());
    holdout.setValue(now.holdoutShare() * 100);
    margin.setValue(now.margin() * 100);
    cost.setValue(now.contactCost().map(Money::toMajor).orElse(null));
    filling = false;
  }

  /// What is chosen stays a choice when it is gone.
  private static void choose(
      Select<String> field, List<CampaignServices.Named> all, Optional<String> chosen) {
    java.util.Map<String, String> names = new java.util.LinkedHashMap<>();
    all.forEach(n -> names.put(n.id(), n.name()));
    chosen.ifPresent(id -> names.putIfAbsent(id, id));
    field.setItems(names.keySet());
    field.setItemLabelGenerator(id -> id == null ? "" : names.getOrDefault(id, id));
    field.setValue(chosen.orElse(null));
  }

  private void tell() {
    Campaign before = shown;
    if (filling || before == null) {
      return;
    }
    BigDecimal each = cost.getValue();
    LocalDateTime at = start.getValue();
    boolean kept;
    try {
      Campaign now =
          before
              .with()
              .name(name.getValue())
              .goal(goal.getValue())
              .segment(segment.getValue())
              .offer(offer.getValue())
              .mail(mail.getValue())
              .mostPeople(
                  most.getValue() == null ? OptionalInt.empty() : OptionalInt.of(most.getValue()))
              .onlyProfitable(profitable.getValue())
              .start(at == null ? null : at.atZone(services.zone().zone()).toInstant())
              .days(days.getValue() == null ? before.days() : days.getValue())
              .holdoutShare(share(holdout, before.holdoutShare()))
              .margin(share(margin, before.margin()))
              .contactCost(each == null ? null : Money.of(each, currency))
              .build();
      if (now.equals(before)) {
        return;
      }
      shown = now;
      kept = changed.apply(now);
    } catch (IllegalArgumentException wrong) {
      Told.refused(this, wrong);
      kept = false;
    }
    if (!kept) {
      shown = null; // the next look shows what is stored
    }
  }

  private static double share(NumberField field, double otherwise) {
    Double percent = field.getValue();
    return percent == null ? otherwise : percent / 100;
  }
}
