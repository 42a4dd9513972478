package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.Snapshot;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.Told;

/// Which model answers, and a button that has another one learned.
final class LearnedModel extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final String KIND = "recommend.train";
  private static final String USUAL = "ials";

  private final transient RecommendationsPage.Services services;
  private final transient Runnable changed;
  private final H2 title = new H2();
  private final LivePart<Optional<ModelCard>> card = new LivePart<>(this::card);
  private final Select<String> algorithm = new Select<>();
  private final Button train = new Button();
  private final ProgressBar bar = new ProgressBar(0, 1, 0);
  private final Span step = new Span();
  private final Button cancel = new Button();
  private final Div tools = new Div(algorithm, train, bar, cancel);
  private final LivePart<List<Snapshot>> kept = new LivePart<>(this::kept);
  private transient List<String> known = List.of();
  private transient Optional<String> running = Optional.empty();

  /// What is looked for again and again.
  ///
  /// @param job the latest training, also when it is over
  record News(List<String> algorithms, Optional<JobStatus> job, List<Snapshot> kept) {}

  /// @param changed told when a training was asked for
  LearnedModel(RecommendationsPage.Services services, Runnable changed) {
    this.services = services;
    this.changed = changed;
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
    kept.setId("kept-models");
    add(title, card, tools, step, kept);
  }

  private ModelWords words() {
    return new ModelWords(this, services.formats(getLocale()));
  }

  News look() {
    return new News(
        services.recommendations().algorithms(),
        services.jobs().list().stream().filter(j -> j.kind().equals(KIND)).findFirst(),
        services.recommendations().snapshots());
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
            .map(w -> w.in(getLocale()))
            .or(() -> news.job.flatMap(this::ended))
            .orElse(""));
    kept.show(news.kept);
  }

  /// What is to be said of the latest training, now that it is over.
  private Optional<String> ended(JobStatus job) {
    if (job.state() == JobStatus.State.FAILED) {
      return job.note().map(w -> w.in(getLocale()));
    }
    return Optional.ofNullable(job.result().get("refused"))
        .map(check ->
            getTranslation(
                "strategy.model.refused",
                words().algorithm(job.result().getOrDefault("algorithm", "")),
                found(Double.parseDouble(check)),
                found(Double.parseDouble(job.result().getOrDefault("former", "0")))));
  }

  private String found(double check) {
    return services.formats(getLocale()).percent(check);
  }

  private List<Component> kept(List<Snapshot> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("mq-blocks");
    all.forEach(snapshot -> list.add(kept(snapshot)));
    Paragraph about = new Paragraph(getTranslation("strategy.model.kept.about"));
    about.addClassName("mq-note");
    return List.of(new H3(getTranslation("strategy.model.kept")), about, list);
  }

  private ListItem kept(Snapshot snapshot) {
    String name =
        getTranslation(
            "strategy.model.kept.name",
            words().algorithm(snapshot.card().provenance().algorithm()),
            services.formats(getLocale()).dateTime(snapshot.card().provenance().trainedAt()));
    List<String> said = new ArrayList<>();
    if (snapshot.isServing()) {
      said.add(getTranslation("strategy.model.kept.answers"));
    }
    if (snapshot.isRefused()) {
      said.add(getTranslation("strategy.model.kept.refused"));
    }
    snapshot
        .check()
        .ifPresent(check -> said.add(getTranslation("strategy.model.kept.check", found(check))));
    snapshot
        .former()
        .ifPresent(former -> said.add(getTranslation("strategy.model.kept.former", found(former))));
    Span note = new Span(String.join(" · ", said));
    note.addClassName("mq-note");
    Div texts = new Div(new Span(name), note);
    texts.addClassName("mq-stack");
    ListItem item = new ListItem(texts);
    if (!snapshot.isServing() && Actor.current().may("recommend.train")) {
      item.add(
          Lists.action(
              getTranslation("strategy.model.kept.serve"),
              name,
              () -> {
                Told.when(this, () -> services.recommendations().startServing(snapshot.id()));
                changed.run();
              }));
    }
    return item;
  }

  private List<Component> card(Optional<ModelCard> now) {
    return now.map(words()::card)
        .orElseGet(() -> List.of(new Paragraph(getTranslation("strategy.recommended.nothing"))));
  }
}
