package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.ChoiceRow;
import org.marquetry.profile.api.SegmentRule.DaysAgoRow;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.KnownRow;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.MemberRow;
import org.marquetry.profile.api.SegmentRule.NumberRow;
import org.marquetry.profile.api.SegmentRule.Row;
import org.marquetry.profile.api.SegmentRule.Thing;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.Trait;
import org.marquetry.shop.api.EventTypes;

/// Edits one row. Says every change that makes a whole row, at once; what is half typed waits and
/// is marked.
final class RowEditor extends Div {
  private static final long serialVersionUID = 1L;
  private static final int TYPING_MILLIS = 150;

  private final transient SegmentServices services;
  private final transient Consumer<Row> changed;
  private transient Row row;
  private String label = "";

  RowEditor(SegmentServices services, Row row, Consumer<Row> changed) {
    this.services = services;
    this.row = row;
    this.changed = changed;
    addClassName("mq-row");
    switch (row) {
      case NumberRow number -> number(number);
      case DaysAgoRow days -> daysAgo(days);
      case ChoiceRow choice -> choice(choice);
      case KnownRow known -> called(getTranslation("profile.segment.known", name(known.trait())));
      case DeedRow deed -> deed(deed);
      case MemberRow member -> member(member);
    }
  }

  /// What the row is about, in words.
  String label() {
    return label;
  }

  private void called(String text) {
    label = text;
    Span span = new Span(text);
    span.addClassName("mq-row-label");
    add(span);
  }

  private Optional<SegmentTrait> trait(String id) {
    return services.segments().traits().stream().filter(t -> t.trait().id().equals(id)).findFirst();
  }

  private String name(String trait) {
    return trait(trait)
        .map(t -> SegmentTexts.begin(t.trait().label(), getLocale()))
        .orElseGet(() -> getTranslation("profile.segment.gone", trait));
  }

  private void change(Row now) {
    row = now;
    changed.accept(now);
  }

  /// How many minor units one of the fields' units has.
  private double scale(boolean money) {
    return money
        ? services
            .profiles()
            .currency()
            .map(code ->
                Math.pow(10, Math.max(0, Currency.getInstance(code).getDefaultFractionDigits())))
            .orElse(100.0)
        : 1;
  }

  private void number(NumberRow number) {
    called(name(number.trait()));
    Trait.Unit unit = trait(number.trait()).map(t -> t.trait().unit()).orElse(Trait.Unit.NONE);
    boolean money = unit == Trait.Unit.MONEY;
    double scale = unit == Trait.Unit.SHARE ? 0.01 : scale(money);
    String shown = money ? services.profiles().currency().orElse("") : unit(unit);
    NumberField from = field("from", number.from(), scale);
    NumberField to = field("to", number.to(), scale);
    from.addValueChangeListener(e -> range(number.trait(), from, to, scale));
    to.addValueChangeListener(e -> range(number.trait(), from, to, scale));
    add(from, new Span("–"), to, new Span(shown));
  }

  private String unit(Trait.Unit unit) {
    return switch (unit) {
      case DAYS -> getTranslation("profile.segment.unit.days");
      case SHARE -> "%";
      case ORDERS, MONEY, NONE -> "";
    };
  }

  private void range(String trait, NumberField from, NumberField to, double scale) {
    ends(from.getValue(), to.getValue(), from, to)
        .ifPresent(_ ->
            change(
                new NumberRow(
                    trait, scaled(from.getValue(), scale), scaled(to.getValue(), scale))));
  }

  /// Whether two ends make a range; marks the fields when not.
  private Optional<Boolean> ends(
      @Nullable Number low,
      @Nullable Number high,
      com.vaadin.flow.component.HasValidation from,
      com.vaadin.flow.component.HasValidation to) {
    boolean none = low == null && high == null;
    boolean crossed = low != null && high != null && low.doubleValue() > high.doubleValue();
    from.setInvalid(none || crossed);
    to.setInvalid(none || crossed);
    from.setErrorMessage(
        none
            ? getTranslation("profile.segment.range.none")
            : crossed ? getTranslation("profile.segment.range.crossed") : "");
    return none || crossed ? Optional.empty() : Optional.of(true);
  }

  private static OptionalDouble scaled(@Nullable Double value, double scale) {
    return value == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.rint(value * scale * 1e6) / 1e6);
  }

  private NumberField field(String which, OptionalDouble value, double scale) {
    NumberField field = new NumberField();
    if (value.isPresent()) {
      field.setValue(value.getAsDouble() / scale);
    }
    dress(field, which);
    field.setManualValidation(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(TYPING_MILLIS);
    return field;
  }

  private IntegerField whole(String which, OptionalInt value, int min, int max) {
    IntegerField field = new IntegerField();
    if (value.isPresent()) {
      field.setValue(value.getAsInt());
    }
    field.setMin(min);
    field.setMax(max);
    dress(field, which);
    field.setManualValidation(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(TYPING_MILLIS);
    return field;
  }

  private void dress(Component field, String which) {
    field.addClassName("mq-number");
    field.getElement().setAttribute("data-field", which);
    String text = getTranslation("profile.segment.field." + which);
    field.getElement().setProperty("accessibleName", label + ": " + text);
    field.getElement().setProperty("placeholder", text);
  }

  private void daysAgo(DaysAgoRow days) {
    called(name(days.trait()));
    IntegerField from = whole("from", days.from(), 0, Integer.MAX_VALUE);
    IntegerField to = whole("to", days.to(), 0, Integer.MAX_VALUE);
    Runnable edit =
        () ->
            ends(from.getValue(), to.getValue(), from, to)
                .filter(_ -> !isNegative(from.getValue()) && !isNegative(to.getValue()))
                .ifPresent(_ ->
                    change(
                        new DaysAgoRow(
                            days.trait(), whole(from.getValue()), whole(to.getValue()))));
    from.addValueChangeListener(e -> edit.run());
    to.addValueChangeListener(e -> edit.run());
    add(from, new Span("–"), to, new Span(getTranslation("profile.segment.daysAgo")));
  }

  private static boolean isNegative(@Nullable Integer value) {
    return value != null && value < 0;
  }

  private static OptionalInt whole(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private void choice(ChoiceRow choice) {
    called(name(choice.trait()));
    MultiSelectComboBox<String> values = new MultiSelectComboBox<>();
    Set<String> items =
        new TreeSet<>(services.segments().choices(choice.trait(), SegmentRule.MAX_VALUES));
    items.addAll(choice.values());
    values.setItems(items);
    values.setItemLabelGenerator(value -> value(choice.trait(), value));
    values.setValue(choice.values());
    values.setAriaLabel(label);
    values.addClassName("mq-values");
    values.getElement().setAttribute("data-field", "values");
    values.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        change(new ChoiceRow(choice.trait(), e.getValue()));
      }
    });
    add(new Span(getTranslation("profile.segment.oneOf")), values);
  }

  private String value(String trait, String value) {
    if (trait.startsWith("consent") && (value.equals("granted") || value.equals("refused"))) {
      return getTranslation("profile.segment.consent." + value);
    }
    if (trait.equals("language")) {
      String language = Locale.forLanguageTag(value).getDisplayName(getLocale());
      return language.isEmpty() ? value : language;
    }
    return value;
  }

  private void deed(DeedRow deed) {
    label = deedName(deed.deed());
    Select<String> deeds = new Select<>();
    List<String> all = new ArrayList<>(services.segments().deeds());
    if (!all.contains(deed.deed())) {
      all.add(deed.deed());
    }
    deeds.setItems(all);
    deeds.setItemLabelGenerator(this::deedName);
    deeds.setValue(deed.deed());
    deeds.setAriaLabel(getTranslation("profile.segment.deed"));
    deeds.getElement().setAttribute("data-field", "deed");
    add(deeds);
    if (deed.thing() != Thing.ANYTHING) {
      Span thing =
          new Span(
              getTranslation(
                  "profile.segment.thing." + RuleEditor.name(deed.thing()), thingName(deed)));
      thing.addClassName("mq-row-label");
      label = label + " " + thing.getText();
      add(thing);
    }
    Select<Measure> measure = new Select<>();
    measure.setItems(Measure.values());
    measure.setItemLabelGenerator(
        m -> getTranslation("profile.segment.measure." + RuleEditor.name(m)));
    measure.setValue(deed.measure());
    measure.setAriaLabel(getTranslation("profile.segment.measure"));
    measure.getElement().setAttribute("data-field", "measure");
    double scale = scale(deed.measure() == Measure.MONEY);
    NumberField from = field("from", deed.from(), scale);
    NumberField to = field("to", deed.to(), scale);
    IntegerField days = whole("days", deed.days(), 1, SegmentRule.MAX_DAYS);
    add(from, new Span("–"), to, measure);
    add(
        new Span(getTranslation("profile.segment.within")),
        days,
        new Span(getTranslation("profile.segment.unit.days")));
    measure.setVisible(deed.deed().equals(EventTypes.ORDERED));
    Runnable edit = () -> deedChanged(deeds, measure, from, to, days);
    deeds.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        measure.setVisible(e.getValue().equals(EventTypes.ORDERED));
        edit.run();
      }
    });
    measure.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        edit.run();
      }
    });
    from.addValueChangeListener(e -> edit.run());
    to.addValueChangeListener(e -> edit.run());
    days.addValueChangeListener(e -> edit.run());
  }

  private void deedChanged(
      Select<String> deeds,
      Select<Measure> measures,
      NumberField from,
      NumberField to,
      IntegerField days) {
    if (!(row instanceof DeedRow before)
        || ends(from.getValue(), to.getValue(), from, to).isEmpty()) {
      return;
    }
    boolean bought = deeds.getValue().equals(EventTypes.ORDERED);
    Measure measure = bought ? measures.getValue() : Measure.TIMES;
    Integer within = days.getValue();
    boolean good = within == null ? bought : within >= 1 && within <= SegmentRule.MAX_DAYS;
    days.setInvalid(!good);
    days.setErrorMessage(
        good ? "" : getTranslation("profile.segment.days.wrong", SegmentRule.MAX_DAYS));
    if (good) {
      double scale = scale(measure == Measure.MONEY);
      change(
          new DeedRow(
              deeds.getValue(),
              before.thing(),
              before.name(),
              measure,
              scaled(from.getValue(), scale),
              scaled(to.getValue(), scale),
              whole(within)));
    }
  }

  private String deedName(String type) {
    String key = "profile.segment.deed." + type;
    String text = getTranslation(key);
    return text.contains(key) ? type : text;
  }

  private String thingName(DeedRow deed) {
    return deed.thing() == Thing.PRODUCT
        ? services.segments().title(deed.name()).orElse(deed.name())
        : deed.name();
  }

  private void member(MemberRow member) {
    called(getTranslation("profile.segment.member"));
    Select<String> segments = new Select<>();
    List<SavedSegment> all = services.segments().list();
    List<String> ids = new ArrayList<>(all.stream().map(SavedSegment::id).toList());
    if (!ids.contains(member.segment())) {
      ids.add(member.segment());
    }
    segments.setItems(ids);
    segments.setItemLabelGenerator(id ->
        all.stream()
            .filter(s -> s.id().equals(id))
            .map(SavedSegment::name)
            .findFirst()
            .orElseGet(() -> getTranslation("profile.segment.gone", id)));
    segments.setValue(member.segment());
    segments.setAriaLabel(label);
    segments.getElement().setAttribute("data-field", "segment");
    segments.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        change(new MemberRow(e.getValue()));
      }
    });
    add(segments);
  }
}
