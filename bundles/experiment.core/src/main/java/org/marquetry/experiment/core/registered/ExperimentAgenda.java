package org.marquetry.experiment.core.registered;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaItem.Kind;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Experiments that may be decided, those whose figures cannot be trusted, and decisions of which
/// it can be said now whether they were right.
@Provider("experiments")
@Component
public final class ExperimentAgenda implements AgendaSource {
  private final ExperimentStore store;
  private final ExperimentLooks looks;
  private final ShopZone zone;

  @Activate
  public ExperimentAgenda(
      @Reference ExperimentStore store,
      @Reference ExperimentLooks looks,
      @Reference ShopZone zone) {
    this.store = store;
    this.looks = looks;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "experiments";
  }

  @Override
  public List<AgendaItem> items(Instant since) {
    Instant now = store.now();
    List<AgendaItem> items = new ArrayList<>();
    looks.undecided().forEach(e -> waits(e, now).ifPresent(items::add));
    store.ended().forEach(ended -> lookedBack(ended, since, now).ifPresent(items::add));
    return items;
  }

  private Optional<AgendaItem> waits(RegisteredExperiment experiment, Instant now) {
    Optional<Reading> read = looks.last(experiment).filter(r -> r.people() > 0);
    boolean ended = !now.isBefore(experiment.plan().plannedEnd());
    if (read.filter(r -> !r.ratio().trustworthy()).isPresent()) {
      return Optional.of(
          item(
              Kind.WRONG,
              "distrust",
              experiment,
              read,
              new Words(
                  "实验“" + experiment.name() + "”的数字不可信",
                  "The figures of test “" + experiment.name() + "” cannot be trusted")));
    }
    boolean certain =
        read.stream().flatMap(r -> r.arms().stream()).anyMatch(arm -> isCertain(arm.verdict()));
    return (ended && looks.last(experiment).map(r -> r.people() > 0).orElse(true)) || certain
        ? Optional.of(
            item(
                Kind.WAITS,
                "decide",
                experiment,
                read,
                new Words(
                    "实验“" + experiment.name() + "”可以决定了",
                    "Test “" + experiment.name() + "” may be decided")))
        : Optional.empty();
  }

  private static boolean isCertain(Verdict verdict) {
    return switch (verdict.key()) {
      case BETTER, WORSE, HARMS -> true;
      case KEEP_RUNNING, NO_LARGER_THAN, TOO_LITTLE, DISTRUST -> false;
    };
  }

  private AgendaItem item(
      Kind kind,
      String what,
      RegisteredExperiment experiment,
      Optional<Reading> read,
      Words title) {
    AgendaItem.Builder item =
        AgendaItem.builder(
                kind,
                key(what, experiment.id()),
                read.map(Reading::until).orElse(experiment.plan().plannedEnd()),
                title)
            .act(new Words("查看并决定", "Look and decide"), address(experiment.id()))
            .permission("experiment.decide");
    read.flatMap(r -> ResultWords.verdict(r, zone.zone())).ifPresent(item::why);
    read.filter(r -> r.ratio().trustworthy())
        .flatMap(ResultWords::best)
        .map(arm -> Math.abs(Math.round(arm.toAll().estimate())))
        .filter(minor -> minor > 0)
        .ifPresent(minor -> item.stake(new Money(minor, experiment.plan().costs().currency())));
    return item.build();
  }

  /// On the day on which it is due, and until the next working day is over.
  private Optional<AgendaItem> lookedBack(ExperimentStore.Ended ended, Instant since, Instant now) {
    Instant due = ended.at().plus(RegisteredExperiments.CHECK_AFTER);
    return store
        .newest()
        .find(ended.experiment())
        .filter(e -> !e.isDeleted() && due.isAfter(since) && !due.isAfter(now))
        .map(e ->
            AgendaItem.builder(
                    Kind.DONE,
                    key("true", e.id()),
                    due,
                    new Words(
                        "“" + e.name() + "”：当时对吗？现在有答案了",
                        "“" + e.name() + "”: was it true? The answer is there"))
                .act(new Words("查看", "Look at it"), address(e.id()))
                .permission("experiment.read")
                .build());
  }

  private static String key(String what, String id) {
    return "experiment-" + what + "/" + id;
  }

  private static String address(String id) {
    return "experiments/" + id;
  }
}
