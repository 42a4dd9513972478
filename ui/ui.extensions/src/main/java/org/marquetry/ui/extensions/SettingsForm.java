package org.marquetry.ui.extensions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.settings.api.LogLevels;
import org.marquetry.settings.api.SettingsGroup;
import org.marquetry.settings.api.SettingsRejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Told;

/// The settings of one component: a field for each value, errors at the field, and the ways back.
final class SettingsForm extends Section {
  private static final long serialVersionUID = 1L;
  private static final String CHANGE = "settings.change";
  private static final int SHOWN_MILLIS = 3_000;

  private final transient SettingsPage.Services services;
  private final transient List<SettingsInput> inputs = new ArrayList<>();
  private transient SettingsGroup group;

  SettingsForm(SettingsPage.Services services, SettingsGroup group) {
    this.services = services;
    this.group = group;
    addClassNames("shell-panel", "shell-form", "mq-whole");
    setId("settings-" + group.component().replace('.', '-'));
    draw();
  }

  /// Show what counts now.
  private void again() {
    group = services.settings().group(group.component(), getLocale());
    draw();
  }

  private void draw() {
    removeAll();
    inputs.clear();
    boolean may = Actor.current().may(CHANGE);
    H2 title = new H2(group.featureTitle() + ": " + group.title());
    if (group.featureTitle().equals(group.title())) {
      title.setText(group.title());
    }
    title.setId(getId().orElseThrow() + "-title");
    getElement().setAttribute("aria-labelledby", title.getId().orElseThrow());
    add(title);
    if (!group.description().isEmpty()) {
      Paragraph about = new Paragraph(group.description());
      about.addClassName("shell-subtitle");
      add(about);
    }
    Div fields = new Div();
    fields.addClassName("mq-side");
    group
        .fields()
        .forEach(f -> {
          SettingsInput input = SettingsInput.of(this, getLocale(), f, may);
          inputs.add(input);
          fields.add(input.component());
        });
    add(fields, tools(may), logLevel(may));
  }

  private Div tools(boolean may) {
    Button save = new Button(getTranslation("extensions.settings.save"), _ -> save());
    save.addClassName("settings-save");
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.setVisible(may);
    Button history =
        new Button(
            getTranslation("extensions.settings.history"),
            _ -> new SettingsHistoryDialog(services, group, may, this::again).open());
    history.addClassName("settings-history");
    Button reset = new Button(getTranslation("extensions.settings.reset"), _ -> reset());
    reset.addClassName("settings-reset");
    reset.setVisible(may);
    Div tools = new Div(save, history, reset);
    tools.addClassName("mq-tools");
    return tools;
  }

  private void save() {
    inputs.forEach(i -> i.refuse(""));
    Map<String, List<String>> values = new LinkedHashMap<>();
    inputs.stream().filter(SettingsInput::isChanged).forEach(i -> values.put(i.key(), i.values()));
    try {
      if (!values.isEmpty()) {
        services.settings().change(group.component(), values);
      }
      again();
      Notification.show(
          getTranslation("extensions.settings.saved"),
          SHOWN_MILLIS,
          Notification.Position.BOTTOM_START);
    } catch (SettingsRejected e) {
      inputs
          .reversed()
          .forEach(i -> {
            Words problem = e.problems().get(i.key());
            if (problem != null) {
              i.refuse(problem.in(getLocale()));
              i.focus();
            }
          });
    } catch (IllegalArgumentException gone) {
      Told.refused(this, gone);
    }
  }

  private void reset() {
    if (Told.when(this, () -> services.settings().reset(group.component()))) {
      again();
    }
  }

  private Select<String> logLevel(boolean may) {
    String usual = "";
    Select<String> level = new Select<>();
    level.addClassName("settings-level");
    level.setWidth("24rem");
    level.setMaxWidth("100%");
    level.setLabel(getTranslation("extensions.settings.level", group.bundle()));
    List<String> all = new ArrayList<>(List.of(usual));
    for (LogLevels.Level l : LogLevels.Level.values()) {
      all.add(l.name());
    }
    level.setItems(all);
    level.setItemLabelGenerator(
        l -> l.isEmpty() ? getTranslation("extensions.settings.level.usual") : l);
    level.setValue(
        services.levels().levels().stream()
            .filter(s -> s.bundle().equals(group.bundle()))
            .map(s -> s.level().name())
            .findFirst()
            .orElse(usual));
    level.setReadOnly(!may);
    level.addValueChangeListener(e -> Told.when(this, () -> log(e.getValue())));
    return level;
  }

  private void log(String level) {
    if (level.isEmpty()) {
      services.levels().reset(group.bundle());
    } else {
      services.levels().set(group.bundle(), LogLevels.Level.valueOf(level));
    }
  }
}
