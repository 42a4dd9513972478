package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.marquetry.platform.api.gate.GateStatus;
import org.marquetry.platform.api.gate.ProviderStatus;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/// What runs: who answers for each service and why, jobs, and every bundle with its state.
public final class SystemView extends VerticalLayout implements LocaleChangeObserver {
  static final String PERMISSION = "system.read";

  private static final long serialVersionUID = 1L;

  private final transient PageServices services;

  /// A provider of a service, one row.
  private record Answer(GateStatus service, ProviderStatus provider) {}

  SystemView(PageServices services) {
    this.services = services;
    setId("system");
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    show();
  }

  private void show() {
    removeAll();
    List<Bundle> bundles =
        Arrays.stream(services.bundles().getBundles())
            .filter(b -> b.getBundleId() != 0 && !isFragment(b))
            .toList();
    List<Answer> answers =
        services.gate().status().stream()
            .flatMap(s -> s.providers().stream().map(p -> new Answer(s, p)))
            .toList();
    Button again =
        new Button(
            getTranslation("shell.system.again"), new Icon("vaadin", "refresh"), e -> show());
    again.setId("again");
    Div head = new Div(new H1(getTranslation("shell.system")), again);
    head.addClassName("shell-head");
    add(head, summary(bundles));
    add(new H2(getTranslation("shell.system.services")), services(answers));
    add(new H2(getTranslation("shell.system.jobs")), jobs());
    add(new H2(getTranslation("shell.system.bundles")), bundles(bundles));
  }

  private Div summary(List<Bundle> bundles) {
    long active = bundles.stream().filter(b -> b.getState() == Bundle.ACTIVE).count();
    long away = bundles.size() - active;
    Div summary = new Div();
    summary.addClassName("shell-summary");
    summary.setText(
        away == 0
            ? getTranslation("shell.system.allRun", active)
            : getTranslation("shell.system.someAway", active, away));
    summary.addClassName(away == 0 ? "shell-good" : "shell-bad");
    return summary;
  }

  private Grid<Answer> services(List<Answer> answers) {
    Grid<Answer> grid = grid("services");
    grid.addColumn(a -> shortened(a.service().service()))
        .setHeader(getTranslation("shell.system.service"))
        .setWidth("17rem")
        .setFlexGrow(3)
        .setSortable(true);
    grid.addColumn(a -> a.provider().name())
        .setHeader(getTranslation("shell.system.provider"))
        .setSortable(true);
    grid.addColumn(a -> shortened(a.provider().bundle()))
        .setHeader(getTranslation("shell.system.bundle"))
        .setWidth("12rem")
        .setFlexGrow(2);
    grid.addColumn(this::why).setHeader(getTranslation("shell.system.why")).setFlexGrow(2);
    grid.addColumn(a ->
            getTranslation(
                a.provider().critical()
                    ? "shell.system.health.critical"
                    : "shell.system.health.good"))
        .setHeader(getTranslation("shell.system.health"))
        .setWidth("5.5rem");
    grid.addColumn(a -> number(a.provider().calls()))
        .setHeader(getTranslation("shell.system.calls"))
        .setWidth("5.5rem")
        .setTextAlign(ColumnTextAlign.END);
    grid.addColumn(a -> number(a.provider().failures()))
        .setHeader(getTranslation("shell.system.failures"))
        .setWidth("5.5rem")
        .setTextAlign(ColumnTextAlign.END);
    grid.setItems(answers);
    return grid;
  }

  private String why(Answer a) {
    if (a.service().whiteboard()) {
      return getTranslation("shell.system.why.whiteboard");
    }
    boolean selected = a.service().selected().filter(a.provider().name()::equals).isPresent();
    String reason = selected ? a.service().reason().name().toLowerCase(Locale.ROOT) : "other";
    return getTranslation("shell.system.why." + reason);
  }

  private Component jobs() {
    List<JobStatus> jobs = services.jobs().map(Jobs::list).orElse(List.of());
    if (jobs.isEmpty()) {
      Paragraph none =
          new Paragraph(
              getTranslation(
                  services.jobs().isPresent()
                      ? "shell.system.jobs.none"
                      : "shell.system.jobs.away"));
      none.addClassName("shell-subtitle");
      return none;
    }
    Grid<JobStatus> grid = grid("jobs");
    grid.addColumn(JobStatus::kind)
        .setHeader(getTranslation("shell.system.job.kind"))
        .setFlexGrow(2);
    grid.addColumn(JobStatus::key).setHeader(getTranslation("shell.system.job.key")).setFlexGrow(2);
    grid.addColumn(
            j -> getTranslation("shell.system.job." + j.state().name().toLowerCase(Locale.ROOT)))
        .setHeader(getTranslation("shell.system.state"));
    grid.addColumn(j -> Math.round(j.done() * 100) + " %")
        .setHeader(getTranslation("shell.system.job.share"));
    grid.addColumn(JobStatus::note)
        .setHeader(getTranslation("shell.system.job.note"))
        .setFlexGrow(3);
    grid.setItems(jobs);
    return grid;
  }

  private Grid<Bundle> bundles(List<Bundle> bundles) {
    Grid<Bundle> grid = grid("bundles");
    grid.addColumn(b -> shortened(b.getSymbolicName()))
        .setHeader(getTranslation("shell.system.bundle"))
        .setFlexGrow(3)
        .setSortable(true);
    grid.addColumn(b -> b.getVersion().toString())
        .setHeader(getTranslation("shell.system.version"));
    grid.addColumn(b -> getTranslation("shell.system.state." + state(b)))
        .setHeader(getTranslation("shell.system.state"))
        .setSortable(true);
    grid.addColumn(b ->
            getTranslation(
                "live".equals(b.getHeaders().get("Marquetry-Swap"))
                    ? "shell.system.swap.live"
                    : "shell.system.swap.restart"))
        .setHeader(getTranslation("shell.system.swap"))
        .setFlexGrow(2);
    grid.setItems(bundles);
    return grid;
  }

  private static <T> Grid<T> grid(String id) {
    Grid<T> grid = new Grid<>();
    grid.setId(id);
    grid.setAllRowsVisible(true);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    return grid;
  }

  private String number(long n) {
    return String.format(getLocale(), "%,d", n);
  }

  private static String shortened(String name) {
    return name.replace("org.marquetry.", "");
  }

  private static boolean isFragment(Bundle b) {
    return b.getHeaders().get(Constants.FRAGMENT_HOST) != null;
  }

  private static String state(Bundle b) {
    return switch (b.getState()) {
      case Bundle.ACTIVE -> "active";
      case Bundle.STARTING -> "starting";
      case Bundle.STOPPING -> "stopping";
      case Bundle.RESOLVED -> "resolved";
      default -> "installed";
    };
  }
}
