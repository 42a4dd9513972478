package org.marquetry.recommend.mf;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.marquetry.lib.json.Json;
import org.marquetry.math.linear.KernelChoice;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.TrainOptions;

/// The best 20 items of one user, exactly, against Lucene's approximate graph (HNSW) over the same
/// vectors in the same process, in turns; and folding in somebody with 50 items.
public final class TopBench {
  private static final int LIST = 20;
  private static final int PAST = 50;
  private static final double GOOD_RECALL = 0.95;
  private static final int[] ASKED = {20, 30, 50, 100, 200};

  private final Kernels kernels = KernelChoice.once().kernels();
  private final int queries;

  private TopBench(int queries) {
    this.queries = queries;
  }

  public static void main(String[] arguments) throws IOException {
    boolean quick = List.of(arguments).contains("--quick");
    Map<String, Object> result = new LinkedHashMap<>();
    for (int items : quick ? new int[] {10_000} : new int[] {10_000, 100_000}) {
      result.put("items" + items, new TopBench(quick ? 500 : 3_000).measure(items));
    }
    System.out.println(Json.line(result));
  }

  private Map<String, Object> measure(int items) throws IOException {
    Interactions data = MadeUpHistories.of(70_000, items, 5_000_000, 42, 1.1, 5).train();
    SharedPool pool = new SharedPool(2);
    MfModel model =
        new MfTrainer(pool, InstantSource.system(), "bench")
            .train(data, new TrainOptions(Map.of("epochs", 5.0), 1), Progress.NONE);
    pool.close();
    Map<String, Object> result = new LinkedHashMap<>();
    FactorStore users = model.factors().users();
    int[] asked = new SplittableRandom(1).ints(queries, 0, users.rows()).toArray();
    ItemScan scan = new ItemScan(kernels, model.factors().items());
    float[][] vectors = new float[queries][users.stride()];
    for (int q = 0; q < queries; q++) {
      users.get(asked[q], vectors[q], 0);
    }
    try (Graph graph = new Graph(model.factors().items())) {
      result.put("graphBuildSeconds", graph.buildSeconds());
      for (int wide : ASKED) {
        Turns turns = turns(scan, graph, vectors, wide);
        result.put("graph" + wide, turns.told());
        if (turns.recall >= GOOD_RECALL && !result.containsKey("exactP50Micros")) {
          result.put("exactP50Micros", turns.exact[queries / 2]);
          result.put("exactP99Micros", turns.exact[queries * 99 / 100]);
          result.put("graphP50Micros", turns.graph[queries / 2]);
          result.put("graphRecall", turns.recall);
          result.put("timesFaster", turns.graph[queries / 2] / turns.exact[queries / 2]);
        }
      }
    }
    result.put("withoutWhatTheyHadP50Micros", served(model, asked));
    result.put("foldIn" + PAST + "P50Micros", foldIn(model, items));
    return result;
  }

  /// Sorted times of both, and the share of the exact list that the graph finds.
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Turns(double[] exact, double[] graph, double recall) {
    Map<String, Object> told() {
      int middle = exact.length / 2;
      return Map.of("recall", recall, "p50Micros", graph[middle], "exactP50Micros", exact[middle]);
    }
  }

  private Turns turns(ItemScan scan, Graph graph, float[][] vectors, int wide) throws IOException {
    double[] exact = new double[queries];
    double[] approximate = new double[queries];
    long found = 0;
    for (int round = 0; round < 2; round++) { // the first one warms up
      found = 0;
      for (int q = 0; q < queries; q++) {
        long begin = System.nanoTime();
        List<ScoredItem> best = scan.top(vectors[q], LIST, _ -> false);
        long middle = System.nanoTime();
        int[] near = graph.top(vectors[q], wide);
        approximate[q] = (System.nanoTime() - middle) / 1e3;
        exact[q] = (middle - begin) / 1e3;
        int[] shown = Arrays.stream(near).limit(LIST).sorted().toArray();
        found += best.stream().filter(i -> Arrays.binarySearch(shown, i.item()) >= 0).count();
      }
    }
    Arrays.sort(exact);
    Arrays.sort(approximate);
    return new Turns(exact, approximate, (double) found / queries / LIST);
  }

  /// As it is served: by the number of a user, without what they had.
  private static double served(MfModel model, int[] asked) {
    return median(
        IntStream.range(0, 2 * asked.length)
            .mapToObj(q -> (Runnable) () -> model.top(asked[q % asked.length], LIST))
            .toList());
  }

  private static double foldIn(MfModel model, int items) {
    SplittableRandom random = new SplittableRandom(2);
    List<Runnable> calls = new ArrayList<>();
    for (int k = 0; k < 4_000; k++) {
      InteractionsBuilder row = Interactions.builder(1, items);
      random.ints(0, items).distinct().limit(PAST).forEach(item -> row.add(0, item, 1));
      Interactions past = row.build();
      calls.add(() -> model.foldIn(past));
    }
    return median(calls);
  }

  /// Microseconds of the later half: the first one warms up.
  private static double median(List<Runnable> calls) {
    double[] micros = new double[calls.size()];
    for (int k = 0; k < micros.length; k++) {
      long begin = System.nanoTime();
      calls.get(k).run();
      micros[k] = (System.nanoTime() - begin) / 1e3;
    }
    double[] later = Arrays.copyOfRange(micros, micros.length / 2, micros.length);
    Arrays.sort(later);
    return later[later.length / 2];
  }
}
