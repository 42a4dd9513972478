package org.marquetry.ui.system;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Live;

/// The jobs that run, each with its share and the time that is left if it goes on so; takes no room
/// when none runs.
final class RunningJobs extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final double LEAST = 0.02; // below, nobody knows how long

  private final transient Jobs jobs;
  private final transient InstantSource clock;
  private transient List<Running> running;

  /// @param percent of the step
  /// @param left seconds; empty while it cannot be told
  private record Running(
      String id, Words title, Optional<Words> step, int percent, Optional<Long> left) {}

  RunningJobs(Jobs jobs, InstantSource clock, Live live) {
    this.jobs = jobs;
    this.clock = clock;
    addClassName("mq-wide");
    setId("running-jobs");
    running = look();
    live.watch(this, PERIOD, this::look, this::show);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    show(running);
  }

  private List<Running> look() {
    return jobs.list().stream()
        .filter(j -> j.state() == JobStatus.State.RUNNING)
        .map(this::running)
        .toList();
  }

  private Running running(JobStatus job) {
    double done = Math.clamp(job.done(), 0, 1);
    double spent = Duration.between(job.startedAt(), clock.instant()).toMillis() / 1000.0;
    Optional<Long> left =
        done < LEAST || job.attempts() > 1
            ? Optional.empty()
            : Optional.of(Math.round(spent * (1 - done) / done));
    return new Running(
        job.id(), jobs.title(job.kind()), job.step(), (int) Math.round(100 * done), left);
  }

  private void show(List<Running> now) {
    running = now;
    removeAll();
    setClassName("mq-none", now.isEmpty());
    for (Running job : now) {
      ProgressBar bar = new ProgressBar(0, 100, job.percent());
      String name =
          job.title().in(getLocale()) + job.step().map(s -> " · " + s.in(getLocale())).orElse("");
      bar.getElement().setAttribute("aria-label", name);
      NumberFormat percent = NumberFormat.getPercentInstance(getLocale());
      Span words =
          new Span(
              job.left().isEmpty()
                  ? getTranslation(
                      "system.running.job", name, percent.format(job.percent() / 100.0))
                  : getTranslation(
                      "system.running.left",
                      name,
                      percent.format(job.percent() / 100.0),
                      job.left().get()));
      words.addClassName("mq-note");
      add(new Div(words, bar));
    }
  }
}
