package org.marquetry.ui.shell;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Locale;
import org.marquetry.platform.api.gate.GateStatus;
import org.marquetry.platform.api.gate.ProviderStatus;

/// Who answers for each service, and why.
final class ServicesPart extends Part<ServicesPart.Answer> {
  private static final long serialVersionUID = 1L;

  private final transient PageServices services;

  /// A provider of a service.
  record Answer(GateStatus service, ProviderStatus provider) {}

  ServicesPart(PageServices services) {
    super("services", services);
    this.services = services;
    column("shell.system.service", a -> shortened(a.service().service()))
        .setWidth("16rem")
        .setFlexGrow(3);
    column("shell.system.provider", a -> a.provider().name());
    column("shell.system.bundle", a -> shortened(a.provider().bundle())).setFlexGrow(2);
    column("shell.system.why", this::why).setFlexGrow(2);
    grid()
        .addComponentColumn(a ->
            chip(
                getTranslation(
                    a.provider().critical()
                        ? "shell.system.health.critical"
                        : "shell.system.health.good"),
                a.provider().critical()))
        .setHeader(getTranslation("shell.system.health"))
        .setWidth("6.5rem")
        .setFlexGrow(0);
    column("shell.system.calls", a -> number(a.provider().calls()))
        .setWidth("5.5rem")
        .setTextAlign(ColumnTextAlign.END);
    column("shell.system.failures", a -> number(a.provider().failures()))
        .setWidth("5.5rem")
        .setTextAlign(ColumnTextAlign.END);
    begin();
  }

  private Grid.Column<Answer> column(String key, ValueProvider<Answer, String> text) {
    return grid().addColumn(text).setHeader(getTranslation(key)).setWidth("8.5rem");
  }

  @Override
  List<Answer> rows() {
    return services.gate().status().stream()
        .flatMap(s -> s.providers().stream().map(p -> new Answer(s, p)))
        .toList();
  }

  private String why(Answer a) {
    if (a.service().whiteboard()) {
      return getTranslation("shell.system.why.whiteboard");
    }
    boolean selected = a.service().selected().filter(a.provider().name()::equals).isPresent();
    String reason = selected ? a.service().reason().name().toLowerCase(Locale.ROOT) : "other";
    return getTranslation("shell.system.why." + reason);
  }

  @Override
  String empty() {
    return getTranslation("shell.system.why.none");
  }
}
