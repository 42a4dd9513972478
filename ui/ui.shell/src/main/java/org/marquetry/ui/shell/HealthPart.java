package org.marquetry.ui.shell;

import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;

/// What each bundle says about itself, the worst first.
final class HealthPart extends Part<HealthPart.Checked> {
  private static final long serialVersionUID = 1L;

  private final transient PageServices services;

  /// @param name the bundle, without `org.marquetry.`
  record Checked(String name, Health health) {}

  HealthPart(PageServices services) {
    super("health", services);
    this.services = services;
    grid()
        .addComponentColumn(c ->
            chip(
                getTranslation("shell.health." + word(c.health().status())),
                c.health().status() != Health.Status.OK))
        .setHeader(getTranslation("shell.system.state"))
        .setWidth("8rem")
        .setFlexGrow(0);
    grid()
        .addColumn(Checked::name)
        .setHeader(getTranslation("shell.system.bundle"))
        .setWidth("11rem")
        .setFlexGrow(1);
    grid()
        .addComponentColumn(HealthPart::message)
        .setHeader(getTranslation("shell.system.health.message"))
        .setWidth("14rem")
        .setFlexGrow(4);
    begin();
  }

  @Override
  List<Checked> rows() {
    return services.checks().stream()
        .flatMap(HealthPart::check)
        .sorted(
            Comparator.comparing((Checked c) -> c.health().status())
                .reversed()
                .thenComparing(Checked::name))
        .toList();
  }

  /// A check that throws counts as critical; one whose bundle has just gone is left out.
  private static Stream<Checked> check(HealthCheck check) {
    try {
      return Stream.of(new Checked(check.name(), Health.of(check)));
    } catch (ProviderMissing gone) {
      return Stream.empty();
    }
  }

  /// Bundles speak to the operator, in English.
  private static Span message(Checked checked) {
    Span message = new Span(checked.health().message());
    message.getElement().setAttribute("lang", "en");
    return message;
  }

  private static String word(Health.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  @Override
  String empty() {
    return getTranslation("shell.system.health.none");
  }
}
