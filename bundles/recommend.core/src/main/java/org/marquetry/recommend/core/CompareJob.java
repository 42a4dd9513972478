package org.marquetry.recommend.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobFailed;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.recommend.spi.TrainingCancelledException;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// Holds the installed engines against each other on the shop's own last 30 days: each learns from
/// all before, with its usual options and without rules, and says for the same people which 10
/// products come next, of all there are. A purchase counts when it is of a product that the person
/// had not had to do with before.
@Component
public final class CompareJob implements JobHandler {
  static final String KIND = "recommend.compare";
  private static final int LENGTH = 10;
  private static final int MOST_PEOPLE = 2_000;
  private static final double SURE = 1.96;
  private static final int LONGEST = 150; // of what an engine says when it cannot

  private final Warehouse warehouse;

  /// Engines come and go with their bundles.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  volatile List<Trainer> trainers;

  @Activate
  public CompareJob(@Reference Warehouse warehouse) {
    this(warehouse, List.of());
  }

  /// Make it outside the framework, for tests.
  CompareJob(Warehouse warehouse, List<Trainer> trainers) {
    this.warehouse = warehouse;
    this.trainers = trainers;
  }

  static JobRequest request() {
    return JobRequest.of(KIND, "engines");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("比较推荐算法", "Comparing the engines of recommendations");
  }

  /// `people`, `from`, `until`; and for each algorithm, under its name: share of people with a
  /// purchase among their 10, NDCG among 10, half of its 95 % interval, share of the products that
  /// stood on some list, seconds of training, parted by blanks; or `!` and why it could not learn.
  @Override
  public Map<String, String> run(JobContext job) {
    return Actor.SYSTEM.call(() -> compared(job));
  }

  private Map<String, String> compared(JobContext job) {
    LastMonth month = LastMonth.of(warehouse).orElseThrow(CompareJob::tooLittle);
    job.step(new Words("读取事件", "reading events"));
    EventHistory history =
        EventHistory.read(warehouse, TrainRequest.standard().strengths(), month.from())
            .orElseThrow(CompareJob::tooLittle);
    List<Person> people = people(history, month.from());
    if (people.isEmpty()) {
      throw tooLittle();
    }
    Map<String, String> result = new HashMap<>();
    result.put("people", Integer.toString(people.size()));
    result.put("from", month.from().toString());
    result.put("until", month.until().toString());
    for (Trainer trainer : engines()) {
      if (job.cancelled()) {
        throw new JobStopped();
      }
      result.put(trainer.algorithm(), told(trainer, history, people, job));
    }
    return result;
  }

  private List<Trainer> engines() {
    return trainers.stream()
        .filter(t -> t.engine().equals(CoreRecommendations.ENGINE))
        .sorted(Comparator.comparing(Trainer::algorithm))
        .toList();
  }

  private static JobFailed tooLittle() {
    return new JobFailed(
        new Words(
            "最近 30 天之前没有可学习的事件，或之后没有购买新商品的人",
            "there is nothing to learn from before the last 30 days, or nobody bought anything new in"
                + " them"));
  }

  /// @param user number in the history
  /// @param bought items that are new to them
  private record Person(int user, Set<Integer> bought) {}

  private List<Person> people(EventHistory history, Instant from) {
    List<Person> all = new ArrayList<>();
    for (Map.Entry<CustomerId, Map<ProductId, Long>> then :
        RuleCosts.bought(warehouse, from, "").entrySet()) {
      Optional.ofNullable(history.customerNumbers().get(then.getKey()))
          .map(user -> new Person(user, fresh(history, user, then.getValue().keySet())))
          .filter(person -> !person.bought.isEmpty())
          .ifPresent(all::add);
    }
    int step = Math.max(1, all.size() / MOST_PEOPLE);
    List<Person> some = new ArrayList<>();
    for (int k = 0; k < all.size(); k += step) {
      some.add(all.get(k));
    }
    return some;
  }

  private static Set<Integer> fresh(EventHistory history, int user, Set<ProductId> bought) {
    Interactions pairs = history.pairs();
    Set<Integer> items = new HashSet<>();
    for (ProductId product : bought) {
      Optional.ofNullable(history.productNumbers().get(product))
          .filter(item -> !pairs.has(user, item))
          .ifPresent(items::add);
    }
    return items;
  }

  private static String told(
      Trainer trainer, EventHistory history, List<Person> people, JobContext job) {
    job.step(new Words("学习 " + trainer.algorithm(), "learning by " + trainer.algorithm()));
    TrainRequest usual = TrainRequest.standard().by(trainer.algorithm());
    try (Model model = trainer.train(history.pairs(), usual.options(), job)) {
      return figures(model, history.products().size(), people);
    } catch (TrainingCancelledException e) {
      throw new JobStopped();
    } catch (IllegalArgumentException | IllegalStateException cannot) {
      String why = String.valueOf(cannot.getMessage());
      return "! " + why.substring(0, Math.min(LONGEST, why.length()));
    }
  }

  private static String figures(Model model, int products, List<Person> people) {
    double hits = 0;
    double sum = 0;
    double squares = 0;
    Set<Integer> listed = new HashSet<>();
    for (Person person : people) {
      double gain = 0;
      List<ScoredItem> list = model.top(person.user, LENGTH);
      for (int k = 0; k < list.size(); k++) {
        listed.add(list.get(k).item());
        gain += person.bought.contains(list.get(k).item()) ? discount(k) : 0;
      }
      double best = 0;
      for (int k = 0; k < Math.min(LENGTH, person.bought.size()); k++) {
        best += discount(k);
      }
      hits += gain > 0 ? 1 : 0;
      sum += gain / best;
      squares += gain / best * gain / best;
    }
    int n = people.size();
    double mean = sum / n;
    double variance = n < 2 ? 0 : Math.max(0, squares / n - mean * mean) / (n - 1);
    return String.format(
        Locale.ROOT,
        "%.4f %.4f %.4f %.4f %.1f",
        hits / n,
        mean,
        SURE * Math.sqrt(variance),
        (double) listed.size() / products,
        model.provenance().seconds());
  }

  /// Of a place from 0.
  private static double discount(int place) {
    return 1 / (Math.log(place + 2) / Math.log(2));
  }
}
