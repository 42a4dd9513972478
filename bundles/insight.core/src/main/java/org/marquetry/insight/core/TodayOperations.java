package org.marquetry.insight.core;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureAlert;
import org.marquetry.insight.api.FigureAlerts;
import org.marquetry.insight.api.Today;
import org.marquetry.insight.core.AgendaAnswers.Alert;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The agenda, and the alerts on figures, at the door for programs.
@Component(
    service = {},
    immediate = true)
public final class TodayOperations {
  private static final Ops OPS = new Ops("insight.read", "insight.read");
  private static final Ops ALERTS = new Ops("insight.read", "insight.write");

  private final Today today;
  private final FigureAlerts alerts;
  private final Served served;

  @Activate
  public TodayOperations(
      BundleContext context, @Reference Today today, @Reference FigureAlerts alerts) {
    this.today = today;
    this.alerts = alerts;
    served = Served.by(context, "today", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "get",
            "/today",
            "What waits, what went wrong, what the suite did by itself",
            AgendaAnswers.Told.class,
            _ -> told()),
        OPS.change(
            "later",
            "POST /today/later",
            "Put one thing of today off, for the caller only",
            AgendaAnswers.Later.class,
            AgendaAnswers.Told.class,
            true,
            this::later),
        ALERTS.get(
            "list",
            "/today/alerts",
            "Alerts on figures",
            AgendaAnswers.Alerts.class,
            _ -> new AgendaAnswers.Alerts(alerts.list().stream().map(Alert::of).toList())),
        ALERTS.change(
            "save",
            "POST /today/alerts",
            "Be told when a figure is unusual or crosses a value",
            AgendaAnswers.Wanted.class,
            Alert.class,
            true,
            this::save),
        ALERTS.change(
            "remove",
            "DELETE /today/alerts/{id}",
            "Remove an alert",
            null,
            null,
            true,
            this::remove));
  }

  private Answer later(Request request) {
    AgendaAnswers.Later later = request.body(AgendaAnswers.Later.class);
    today.later(later.key(), later.until());
    return Answer.ok(told());
  }

  private Answer save(Request request) {
    AgendaAnswers.Wanted wanted = request.body(AgendaAnswers.Wanted.class);
    return Answer.ok(
        Alert.of(
            alerts.save(
                one(Figure.class, "figure", wanted.figure()),
                one(FigureAlert.When.class, "when", wanted.when()),
                wanted.value().map(OptionalLong::of).orElseGet(OptionalLong::empty))));
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> e.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s must be one of %s, got %s"
                    .formatted(name, Arrays.toString(type.getEnumConstants()), text)));
  }

  private Answer remove(Request request) {
    alerts.remove(request.path("id"));
    return Answer.nothing();
  }

  private AgendaAnswers.Told told() {
    return AgendaAnswers.Told.of(today.agenda());
  }
}
