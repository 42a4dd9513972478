package org.marquetry.ui.measurement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureAlert;
import org.marquetry.insight.api.FigureAlert.When;
import org.marquetry.platform.api.gate.Actor;

/// The alerts on one figure, and one more to save.
final class AlertsPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient AlertsSource alerts;
  private final H2 title = new H2();
  private final Paragraph help = new Paragraph();
  private final UnorderedList list = new UnorderedList();
  private final Select<When> when = new Select<>();
  private final BigDecimalField value = new BigDecimalField();
  private final Button save = new Button();
  private final Paragraph problem = new Paragraph();
  private transient Optional<FigureWords> words = Optional.empty();
  private Figure figure = Figure.NET_REVENUE;

  AlertsPanel(AlertsSource alerts) {
    this.alerts = alerts;
    setId("alerts");
    addClassNames("shell-panel", "mq-whole");
    help.addClassName("mq-note");
    list.addClassName("mq-plain");
    when.setId("alert-when");
    when.setItems(When.values());
    when.setValue(When.UNUSUAL);
    when.addValueChangeListener(e -> value.setVisible(e.getValue() != When.UNUSUAL));
    value.setId("alert-value");
    value.setVisible(false);
    save.setId("alert-save");
    save.addClickListener(e -> save());
    problem.setId("alert-problem");
    problem.addClassName("shell-bad");
    problem.getElement().setAttribute("role", "alert");
    Div form = new Div(when, value, save);
    form.addClassName("mq-tools");
    form.setVisible(mayWrite());
    add(title, help, list, form, problem);
  }

  private static boolean mayWrite() {
    return Actor.current().may("insight.write");
  }

  /// Show the alerts on a figure.
  void show(Figure shown, FigureWords in) {
    figure = shown;
    words = Optional.of(in);
    title.setText(getTranslation("measurement.alerts"));
    help.setText(getTranslation("measurement.alerts.help"));
    when.setAriaLabel(getTranslation("measurement.alerts.when"));
    when.setItemLabelGenerator(w -> getTranslation("measurement.alerts.when." + word(w)));
    String unit = figure == Figure.NET_REVENUE ? in.currency().orElse("") : "";
    value.setAriaLabel(getTranslation("measurement.alerts.value"));
    value.setPlaceholder(getTranslation("measurement.alerts.value"));
    value.setLocale(getLocale());
    value.setSuffixComponent(new Span(unit));
    save.setText(getTranslation("measurement.alerts.save"));
    lines();
  }

  private static String word(When when) {
    return when.name().toLowerCase(Locale.ROOT);
  }

  private void lines() {
    list.removeAll();
    problem.setText("");
    switch (alerts.ask(a -> a.list())) {
      case Source.Answer.Told<List<FigureAlert>>(var all) -> {
        setVisible(true);
        all.stream().filter(a -> a.figure() == figure).forEach(a -> list.add(line(a)));
      }
      case Source.Answer.Away<List<FigureAlert>> _, Source.Answer.Failed<List<FigureAlert>> _ ->
          setVisible(false); // the figures say so themselves
    }
  }

  private ListItem line(FigureAlert alert) {
    String bound = words.map(w -> w.value(figure, alert.value())).orElse("");
    Span text = new Span(getTranslation("measurement.alerts." + word(alert.when()), bound));
    ListItem line = new ListItem(text);
    line.addClassName("mq-line");
    if (mayWrite()) {
      Button remove = new Button(getTranslation("measurement.alerts.remove"));
      remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      remove.setAriaLabel(getTranslation("measurement.alerts.remove") + ": " + text.getText());
      remove.addClickListener(e -> {
        alerts.ask(a -> {
          a.remove(alert.id());
          return alert;
        });
        lines();
      });
      line.add(remove);
    }
    return line;
  }

  private void save() {
    When chosen = Objects.requireNonNullElse(when.getValue(), When.UNUSUAL);
    OptionalLong at = chosen == When.UNUSUAL ? OptionalLong.empty() : units();
    if (chosen != When.UNUSUAL && at.isEmpty()) {
      problem.setText(getTranslation("measurement.alerts.value.missing"));
      value.focus();
      return;
    }
    boolean saved =
        alerts.ask(a -> a.save(figure, chosen, at)) instanceof Source.Answer.Told<FigureAlert>;
    lines();
    if (saved) {
      value.clear();
    } else {
      problem.setText(getTranslation("measurement.alerts.failed"));
    }
  }

  /// What was typed, in the figure's unit.
  private OptionalLong units() {
    BigDecimal typed = value.getValue();
    if (typed == null) {
      return OptionalLong.empty();
    }
    int digits =
        figure == Figure.NET_REVENUE
            ? words
                .flatMap(FigureWords::currency)
                .map(c -> Currency.getInstance(c).getDefaultFractionDigits())
                .orElse(0)
            : 0;
    BigDecimal units = typed.movePointRight(digits).setScale(0, RoundingMode.HALF_EVEN);
    return units.unscaledValue().bitLength() < Long.SIZE - 1
        ? OptionalLong.of(units.longValue())
        : OptionalLong.empty();
  }
}
