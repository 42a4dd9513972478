package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.marquetry.settings.api.SettingsField;
import org.marquetry.settings.api.SettingsField.Choice;
import org.marquetry.settings.api.SettingsField.Kind;

/// The field of a form for one value. A secret goes in, and never comes out again.
///
/// @param component what stands in the form
/// @param input what is typed into
/// @param typed the values that it holds
record SettingsInput(
    SettingsField field, Component component, Component input, Supplier<List<String>> typed) {

  /// @param page whose language counts
  /// @param may whether it may be changed
  static SettingsInput of(Component page, Locale language, SettingsField field, boolean may) {
    SettingsInput made = make(page, field);
    made.input.setId("setting-" + field.key());
    if (made.input instanceof HasValue<?, ?> value) {
      value.setReadOnly(!may);
    }
    if (made.input instanceof HasHelper helped) {
      helped.setHelperText(help(page, field));
    }
    field.problem().ifPresent(p -> made.refuse(p.in(language)));
    return made;
  }

  private static SettingsInput make(Component page, SettingsField field) {
    if (field.kind() == Kind.SECRET) {
      return secret(page, field);
    }
    if (field.kind() == Kind.BOOLEAN && !field.many()) {
      Checkbox box = new Checkbox(field.name(), field.value().equals(List.of("true")));
      return new SettingsInput(field, box, box, () -> List.of(Boolean.toString(box.getValue())));
    }
    if (!field.choices().isEmpty()) {
      return field.many() ? several(field) : choice(field);
    }
    if (field.many()) {
      TextArea lines = new TextArea(field.name());
      lines.setValue(String.join("\n", field.value()));
      return new SettingsInput(
          field,
          lines,
          lines,
          () -> lines.getValue().lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    }
    TextField text = new TextField(field.name());
    text.setValue(String.join("", field.value()));
    if (field.kind() == Kind.WHOLE || field.kind() == Kind.NUMBER) {
      text.getElement()
          .setAttribute("inputmode", field.kind() == Kind.WHOLE ? "numeric" : "decimal");
    }
    return new SettingsInput(field, text, text, () -> List.of(text.getValue().strip()));
  }

  private static SettingsInput choice(SettingsField field) {
    Map<String, String> labels = labels(field);
    Select<String> select = new Select<>();
    select.setLabel(field.name());
    select.setItems(labels.keySet());
    select.setItemLabelGenerator(v -> labels.getOrDefault(v, v));
    field.value().stream().filter(labels::containsKey).findFirst().ifPresent(select::setValue);
    return new SettingsInput(
        field, select, select, () -> Optional.ofNullable(select.getValue()).stream().toList());
  }

  private static SettingsInput several(SettingsField field) {
    Map<String, String> labels = labels(field);
    CheckboxGroup<String> group = new CheckboxGroup<>(field.name());
    group.setItems(labels.keySet());
    group.setItemLabelGenerator(v -> labels.getOrDefault(v, v));
    group.setValue(new LinkedHashSet<>(field.value()));
    return new SettingsInput(field, group, group, () -> List.copyOf(group.getValue()));
  }

  private static Map<String, String> labels(SettingsField field) {
    return field.choices().stream()
        .collect(Collectors.toMap(Choice::value, Choice::label, (a, _) -> a, LinkedHashMap::new));
  }

  private static SettingsInput secret(Component page, SettingsField field) {
    PasswordField typed = new PasswordField(field.name());
    typed.getElement().setAttribute("autocomplete", "new-password");
    Checkbox remove = new Checkbox(page.getTranslation("extensions.settings.secret.remove"));
    remove.setId("remove-" + field.key());
    remove.setVisible(field.changed());
    remove.addValueChangeListener(e -> typed.setEnabled(!e.getValue()));
    return new SettingsInput(
        field,
        new Div(typed, remove),
        typed,
        () -> remove.getValue() || typed.isEmpty() ? List.of() : List.of(typed.getValue()));
  }

  /// What it does, what is allowed, and what counts otherwise.
  private static String help(Component page, SettingsField field) {
    List<String> parts = new ArrayList<>();
    if (!field.description().isEmpty()) {
      parts.add(field.description());
    }
    if (field.kind() == Kind.SECRET) {
      parts.add(
          !field.changed()
              ? page.getTranslation("extensions.settings.secret.none")
              : field.value().isEmpty()
                  ? page.getTranslation("extensions.settings.secret.set")
                  : page.getTranslation("extensions.settings.secret.at", field.value().getFirst()));
    }
    boolean number = field.kind() == Kind.WHOLE || field.kind() == Kind.NUMBER;
    if (number && (field.min().isPresent() || field.max().isPresent())) {
      parts.add(
          page.getTranslation("extensions.settings.range", bound(field.min()), bound(field.max())));
    }
    if (field.many() && field.choices().isEmpty()) {
      parts.add(page.getTranslation("extensions.settings.lines"));
    }
    if (field.changed() && !field.usual().isEmpty()) {
      parts.add(page.getTranslation("extensions.settings.usual", String.join(", ", field.usual())));
    }
    return String.join(" · ", parts);
  }

  private static String bound(Optional<BigDecimal> bound) {
    return bound.map(BigDecimal::toPlainString).orElse("…");
  }

  String key() {
    return field.key();
  }

  List<String> values() {
    return typed.get();
  }

  boolean isChanged() {
    if (field.kind() == Kind.SECRET) {
      return !values().isEmpty() || isRemoved();
    }
    List<String> before = field.value().isEmpty() && !field.many() ? List.of("") : field.value();
    return !values().equals(before);
  }

  private boolean isRemoved() {
    return component
        .getChildren()
        .anyMatch(c -> c instanceof Checkbox box && Boolean.TRUE.equals(box.getValue()));
  }

  /// Say at the field what is wrong; an empty text takes it back.
  void refuse(String why) {
    if (input instanceof HasValidationProperties validated) {
      validated.setErrorMessage(why);
      validated.setInvalid(!why.isEmpty());
    }
  }

  void focus() {
    if (input instanceof Focusable<?> focusable) {
      focusable.focus();
    }
  }
}
