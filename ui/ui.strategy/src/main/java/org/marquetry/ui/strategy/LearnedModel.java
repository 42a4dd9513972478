package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.Told;

/// Which model answers, and a button that has another one learned.
final class LearnedModel extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final String KIND = "recommend.train";
  private static final String USUAL = "ials";

  private final transient RecommendationsPage.Services services;
  private final H2 title = new H2();
  private final LivePart<Optional<ModelCard>> card = new LivePart<>(this::card);
  private final Select<String> algorithm = new Select<>();
  private final Button train = new Button();
  private final ProgressBar bar = new ProgressBar(0, 1, 0);
  private final Span step = new Span();
  private final Button cancel = new Button();
  private final Div tools = new Div(algorithm, train, bar, cancel);
  private transient List<String> known = List.of();
  private transient Optional<String> running = Optional.empty();

  /// What is looked for again and again.
  ///
  /// @param job the latest training, also when it is over
  record News(List<String> algorithms, Optional<JobStatus> job) {}

  /// @param changed told when a training was asked for
  LearnedModel(RecommendationsPage.Services services, Runnable changed) {
    this.services = services;
    setId("model");
    addClassName("shell-panel");
    algorithm.setId("algorithm");
    algorithm.setWidth("16rem");
    algorithm.setItemLabelGenerator(name -> words().algorithm(name));
    train.setId("train");
    train.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    train.addClickListener(e -> {
      Told.when(
          this,
          () ->
              services.recommendations().startTraining(Optional.ofNullable(algorithm.getValue())));
      changed.run();
    });
    cancel.setId("cancel-training");
    cancel.addClickListener(e -> running.ifPresent(services.jobs()::cancel));
    bar.setId("training");
    bar.setWidth("10rem");
    step.addClassName("mq-note");
    step.getElement().setAttribute("role", "status");
    tools.addClassName("mq-tools");
    tools.setVisible(Actor.current().may("recommend.train"));
    add(title, card, tools, step);
  }

  private ModelWords words() {
    return new ModelWords(this, services.formats(getLocale()));
  }

  News look() {
    return new News(
        services.recommendations().algorithms(),
        services.jobs().list().stream().filter(j -> j.kind().equals(KIND)).findFirst());
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("strategy.model"));
    algorithm.setLabel(getTranslation("strategy.model.algorithm"));
    algorithm.setItemLabelGenerator(name -> words().algorithm(name));
    train.setText(getTranslation("strategy.model.train"));
    cancel.setText(getTranslation("shell.cancel"));
    bar.getElement().setAttribute("aria-label", getTranslation("strategy.model.training"));
  }

  void show(Optional<ModelCard> now, News news) {
    card.show(now);
    if (!news.algorithms.equals(known)) {
      known = news.algorithms;
      String before =
          Optional.ofNullable(algorithm.getValue())
              .or(() -> now.map(c -> c.provenance().algorithm()))
              .orElse(USUAL);
      algorithm.setItems(known);
      algorithm.setValue(known.contains(before) ? before : known.stream().findFirst().orElse(null));
    }
    Optional<JobStatus> job = news.job.filter(j -> !j.state().isOver());
    running = job.map(JobStatus::id);
    bar.setVisible(job.isPresent());
    bar.setValue(job.map(j -> Math.clamp(j.done(), 0, 1)).orElse(0.0));
    cancel.setVisible(job.isPresent() && Actor.current().may("job.cancel"));
    train.setEnabled(job.isEmpty() && !known.isEmpty());
    step.setText(
        job.flatMap(JobStatus::step)
            .or(() ->
                news.job.filter(j -> j.state() == JobStatus.State.FAILED).flatMap(JobStatus::note))
            .map(w -> w.in(getLocale()))
            .orElse(""));
  }

  private List<Component> card(Optional<ModelCard> now) {
    return now.map(words()::card)
        .orElseGet(() -> List.of(new Paragraph(getTranslation("strategy.recommended.nothing"))));
  }
}
