package org.marquetry.recommend.mf;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.model.Gain;
import org.marquetry.math.linear.KernelChoice;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Interactions;

/// Exact alternating least squares on made-up histories: processor seconds an iteration beside
/// those of Spark MLlib (in turns, its own process), quality of both, short rows by the Woodbury
/// identity against the plain way, growth, memory, and the same bits for any number of threads.
///
/// Seconds are slopes: what some more iterations cost, so that set-up and warm-up do not count.
public final class MfBench {
  private static final int FACTORS = 64;
  private static final int THREADS = 2;
  private static final double ALPHA = 10;
  private static final double PENALTY = 10;
  private static final int LIST = 20;
  private static final int SLOPES = 3;
  private static final int MORE = 5;

  private final boolean quick;
  private final KernelChoice choice = KernelChoice.once();
  private final Kernels kernels = choice.kernels();
  private final SharedPool pool = new SharedPool(THREADS);

  private MfBench(boolean quick) {
    this.quick = quick;
  }

  /// Arguments: `[--quick] [--peer FOLDER JAVA CLASS_PATH]`; without a peer only ours is measured.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> words = List.of(arguments);
    MfBench bench = new MfBench(words.contains("--quick"));
    int peer = words.indexOf("--peer");
    List<String> peerWords = peer < 0 ? List.of() : words.subList(peer + 1, peer + 4);
    System.out.println(Json.line(bench.all(peerWords)));
    bench.pool.close();
  }

  private Map<String, Object> all(List<String> peer) throws IOException, InterruptedException {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("kernels", kernels.name());
    result.put("kernelGflopsOneThread", choice.vectorGflops());
    MadeUpHistories middle =
        quick
            ? MadeUpHistories.of(14_000, 10_000, 1_000_000, 42, 1.1, 5)
            : MadeUpHistories.of(70_000, 10_000, 5_000_000, 42, 1.1, 5);
    result.put(quick ? "syn1m" : "syn5m", middle(middle, peer));
    result.put("retail", retail());
    result.put("growth", growth());
    result.put("sameBits", sameBits(middle.train()));
    return result;
  }

  private static double cpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  /// Confidence `1 + ALPHA weight`, the same penalty for each row, as the peer's formula has it.
  private static AlsOptions options(Interactions data, int epochs, int shortRows) {
    double sum = 0;
    for (long k = 0; k < data.entries(); k++) {
      sum += data.weight(k);
    }
    double alpha = ALPHA * sum / data.entries();
    return new AlsOptions(FACTORS, epochs, alpha, PENALTY / alpha, 0, 1, shortRows, 1);
  }

  private Factors learn(Interactions data, int epochs, int shortRows, SharedPool threads) {
    AlsOptions options = options(data, epochs, shortRows);
    Csr confidences = Csr.of(data, Confidence.of(options, data));
    return new Als(kernels, threads, options, Progress.NONE).learn(confidences);
  }

  /// Processor seconds of one iteration.
  private double slope(Interactions data, int shortRows) {
    double begin = cpuSeconds();
    learn(data, 1, shortRows, pool);
    double one = cpuSeconds();
    learn(data, 1 + MORE, shortRows, pool);
    return (cpuSeconds() - one - (one - begin)) / MORE;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private Map<String, Object> middle(MadeUpHistories data, List<String> peerWords)
      throws IOException, InterruptedException {
    Map<String, Object> result = new LinkedHashMap<>();
    Interactions train = data.train();
    result.put("entries", train.entries());
    slope(train, ShortRows.LONGEST); // warms up
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    Factors factors;
    if (peerWords.isEmpty()) {
      for (int k = 0; k < SLOPES; k++) {
        ours.add(slope(train, ShortRows.LONGEST));
      }
      result.put("mllib", "not measured: it is not there");
    } else {
      try (MllibPeer peer = new MllibPeer(peerWords, train, FACTORS, ALPHA)) {
        peer.cpuSeconds(1); // warms up
        for (int k = 0; k < SLOPES; k++) {
          ours.add(slope(train, ShortRows.LONGEST));
          double one = peer.cpuSeconds(1);
          theirs.add((peer.cpuSeconds(1 + MORE) - one) / MORE);
        }
        FactorStore[] both = peer.factors(train.users(), train.items());
        result.put("mllibCpuSecondsPerIteration", median(theirs));
        result.put("mllibNdcg20", ndcg(both[0], both[1], data));
        result.put("timesFewerCpuSeconds", median(theirs) / median(ours));
      }
    }
    factors = learn(train, 1 + MORE, ShortRows.LONGEST, pool);
    result.put("cpuSecondsPerIteration", median(ours));
    result.put("wallSecondsPerIteration", factors.secondsPerEpoch());
    result.put("ndcg20", ndcg(factors.users(), factors.items(), data));
    double flops = flops(train);
    result.put("gflopsOneThread", flops / median(ours) / 1e9);
    result.put("bytesPerInteraction", (double) bytes(train) / train.entries());
    return result;
  }

  /// Operations of one iteration that no exact way saves: the upper triangle of `Y'CY` of each row,
  /// a third of a cube for its factorisation, two triangles for its solution; both sides.
  private static double flops(Interactions data) {
    double f = FACTORS;
    double rows = (double) data.users() + data.items();
    return 2 * data.entries() * f * (f + 1) + rows * (f * f * f / 3 + 2 * f * f);
  }

  /// What training holds: the entries twice, by user and by item, and both sides' factors.
  private static long bytes(Interactions data) {
    long entry = 2L * (Integer.BYTES + Float.BYTES);
    long row = Integer.BYTES + (long) FACTORS * Float.BYTES;
    return data.entries() * entry + ((long) data.users() + data.items()) * row;
  }

  /// Normalised discounted cumulative gain of the first 20 of all items, without those learned
  /// from; of every tenth user.
  private double ndcg(FactorStore users, FactorStore items, MadeUpHistories data) {
    ItemScan scan = new ItemScan(kernels, items);
    double sum = 0;
    int measured = 0;
    float[] x = new float[users.stride()];
    for (int u = 0; u < users.rows(); u += 10) {
      int[] wanted = data.test().get(u);
      if (wanted.length > 0) {
        int user = u;
        users.get(u, x, 0);
        double gain = 0;
        int rank = 1;
        for (var item : scan.top(x, LIST, i -> data.train().has(user, i))) {
          gain += Arrays.binarySearch(wanted, item.item()) >= 0 ? Gain.of(rank) : 0;
          rank++;
        }
        sum += gain / Gain.best(LIST, wanted.length);
        measured++;
      }
    }
    return sum / measured;
  }

  private Map<String, Object> retail() {
    Interactions data =
        quick
            ? MadeUpHistories.of(50_000, 20_000, 500_000, 7, 1, 2).train()
            : MadeUpHistories.of(500_000, 100_000, 5_000_000, 7, 1, 2).train();
    slope(data, ShortRows.LONGEST);
    slope(data, 0);
    List<Double> woodbury = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    for (int k = 0; k < SLOPES; k++) {
      woodbury.add(slope(data, ShortRows.LONGEST));
      plain.add(slope(data, 0));
    }
    double loss = loss(data, learn(data, 1 + MORE, ShortRows.LONGEST, pool));
    double plainLoss = loss(data, learn(data, 1 + MORE, 0, pool));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("entries", data.entries());
    result.put("cpuSecondsPerIteration", median(woodbury));
    result.put("plainCpuSecondsPerIteration", median(plain));
    result.put("timesFewerCpuSeconds", median(plain) / median(woodbury));
    result.put("lossDiffersBy", Math.abs(loss - plainLoss) / plainLoss);
    return result;
  }

  /// What training minimises: all pairs of user and item, those without an entry with confidence 1
  /// through `Y'Y`.
  private double loss(Interactions data, Factors factors) {
    AlsOptions options = options(data, 1, 0);
    Confidence confidence = Confidence.of(options, data);
    int f = factors.items().stride();
    double loss = 0;
    float[] x = new float[f];
    float[] y = new float[f];
    for (int u = 0; u < data.users(); u++) {
      factors.users().get(u, x, 0);
      for (int r = 0; r < f; r++) {
        loss += PENALTY * x[r] * x[r];
        for (int c = 0; c < f; c++) {
          loss += (double) x[r] * factors.gram()[r * f + c] * x[c];
        }
      }
      for (long k = data.start(u); k < data.start(u + 1); k++) {
        factors.items().get(data.item(k), y, 0);
        double score = kernels.dot(x, 0, y, 0, f);
        double weight = 1 + confidence.of(data.weight(k));
        loss += weight * (1 - score) * (1 - score) - score * score;
      }
    }
    for (int i = 0; i < data.items(); i++) {
      factors.items().get(i, y, 0);
      loss += PENALTY * kernels.dot(y, 0, y, 0, f);
    }
    return loss;
  }

  /// Processor time of one entry in one iteration, as the number of users grows.
  private Map<String, Object> growth() {
    Map<String, Object> result = new LinkedHashMap<>();
    for (int users : quick ? new int[] {14_000, 28_000} : new int[] {14_000, 70_000, 280_000}) {
      Interactions data = MadeUpHistories.of(users, 10_000, users * 500L / 7, 42, 1.1, 5).train();
      slope(data, ShortRows.LONGEST);
      List<Double> slopes = new ArrayList<>();
      for (int k = 0; k < SLOPES; k++) {
        slopes.add(slope(data, ShortRows.LONGEST));
      }
      result.put("cpuMicrosOf" + data.entries(), median(slopes) * 1e6 / data.entries());
    }
    return result;
  }

  private boolean sameBits(Interactions data) {
    SharedPool one = new SharedPool(1);
    try {
      return learn(data, 2, ShortRows.LONGEST, one)
          .print()
          .equals(learn(data, 2, ShortRows.LONGEST, pool).print());
    } finally {
      one.close();
    }
  }
}
