package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.Locale;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.ui.api.Formats;

/// Jobs with their progress; one that is not over can be cancelled.
final class JobsPart extends Part<JobStatus> {
  private static final long serialVersionUID = 1L;
  private static final String CANCEL = "job.cancel";

  private final transient PageServices services;
  private final transient Formats formats;

  JobsPart(PageServices services) {
    super("jobs", services);
    this.services = services;
    formats = new Formats(getLocale(), services.zone().zone());
    grid()
        .addComponentColumn(j ->
            chip(
                getTranslation("shell.system.job." + j.state().name().toLowerCase(Locale.ROOT)),
                j.state() == JobStatus.State.FAILED))
        .setHeader(getTranslation("shell.system.state"))
        .setWidth("7rem")
        .setFlexGrow(0);
    grid()
        .addComponentColumn(this::about)
        .setHeader(getTranslation("shell.system.job.kind"))
        .setWidth("11rem")
        .setFlexGrow(2);
    grid()
        .addComponentColumn(this::progress)
        .setHeader(getTranslation("shell.system.job.share"))
        .setWidth("10rem")
        .setFlexGrow(2);
    grid()
        .addColumn(j -> j.note().map(n -> n.in(getLocale())).orElse(""))
        .setHeader(getTranslation("shell.system.job.note"))
        .setWidth("10rem")
        .setFlexGrow(2);
    grid()
        .addColumn(j -> formats.dateTime(j.startedAt()))
        .setHeader(getTranslation("shell.system.job.started"))
        .setWidth("11rem")
        .setFlexGrow(0);
    if (Actor.current().may(CANCEL)) {
      grid()
          .addComponentColumn(this::cancel)
          .setHeader(getTranslation("shell.actions"))
          .setWidth("8rem")
          .setFlexGrow(0);
    }
    begin();
  }

  @Override
  List<JobStatus> rows() {
    return services.jobs().map(Jobs::list).orElse(List.of());
  }

  private String title(JobStatus job) {
    return services.jobs().map(j -> j.title(job.kind()).in(getLocale())).orElse(Formats.UNKNOWN);
  }

  private Span about(JobStatus job) {
    Span about = new Span(title(job));
    about.getElement().setAttribute("title", job.key());
    return about;
  }

  private Component progress(JobStatus job) {
    Span words =
        new Span(
            job.step().map(step -> step.in(getLocale()) + " · ").orElse("")
                + formats.percent(job.done()));
    words.addClassName("mq-note");
    if (job.state().isOver()) {
      return words;
    }
    ProgressBar bar = new ProgressBar(0, 1, Math.clamp(job.done(), 0, 1));
    bar.getElement().setAttribute("aria-label", title(job));
    return new Div(bar, words);
  }

  private Component cancel(JobStatus job) {
    if (job.state().isOver()) {
      return new Span();
    }
    Button cancel = new Button(getTranslation("shell.cancel"));
    cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    cancel.setAriaLabel(getTranslation("shell.cancel") + ": " + title(job));
    cancel.addClickListener(e -> {
      services.jobs().ifPresent(jobs -> jobs.cancel(job.id()));
      begin();
    });
    return cancel;
  }

  @Override
  String empty() {
    return getTranslation(
        services.jobs().isPresent() ? "shell.system.jobs.none" : "shell.system.jobs.away");
  }
}
