package com.example.sample;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.TrainOption;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.recommend.spi.TrainingCancelledException;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Counts which items the same people had.
@Provider("sample")
@Component
public final class SampleTrainer implements Trainer {
  private static final TrainOption DAMPING =
      new TrainOption(
          "damping", 10, 0, 1_000, false, "how many people more an item needs to count fully");

  private final InstantSource clock;

  @Activate
  public SampleTrainer(@Reference InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String algorithm() {
    return "sample";
  }

  @Override
  public String engine() {
    return "cpu";
  }

  @Override
  public List<TrainOption> options() {
    return List.of(DAMPING);
  }

  @Override
  public Model train(Interactions data, TrainOptions options, Progress progress) {
    Map<String, Double> known = options.resolve(options());
    if (data.entries() == 0) throw new IllegalArgumentException("there is no interaction");
    long began = System.nanoTime();
    progress.step(new Words("统计同时拥有的商品", "counting what is had together"));
    int[] people = new int[data.items()];
    List<Map<Integer, Integer>> together = new ArrayList<>();
    for (int item = 0; item < data.items(); item++) together.add(new TreeMap<>());
    for (int user = 0; user < data.users(); user++) {
      if (progress.cancelled()) throw new TrainingCancelledException("stopped while counting");
      count(data, user, people, together);
      progress.at((user + 1.0) / data.users());
    }
    Provenance provenance =
        new Provenance(
            algorithm(),
            engine(),
            "1.0.0",
            Hashes.of(data),
            Hashes.of(together),
            known,
            options.seed(),
            clock.instant(),
            Runtime.version().toString(),
            (System.nanoTime() - began) / 1e9,
            0);
    return new SampleModel(data, people, together, known.get(DAMPING.name()), provenance);
  }

  private static void count(
      Interactions data, int user, int[] people, List<Map<Integer, Integer>> together) {
    for (long a = data.start(user); a < data.start(user + 1); a++) {
      people[data.item(a)]++;
      for (long b = data.start(user); b < data.start(user + 1); b++) {
        if (a != b) together.get(data.item(a)).merge(data.item(b), 1, Integer::sum);
      }
    }
  }
}
