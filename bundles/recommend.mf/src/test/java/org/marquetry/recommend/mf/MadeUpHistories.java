package org.marquetry.recommend.mf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;

/// Histories for benchmarks: items of a few topics each, popular ones and rare ones by a power law;
/// users with log-normally many items of a few topics, so that there is something to learn.
///
/// @param train what is learned from
/// @param test for each user a fifth of their items, ascending
record MadeUpHistories(Interactions train, List<int[]> test) {
  private static final double ANYTHING = 0.15; // share of items that no topic explains
  private static final double AGAIN = 0.35; // chance of one more of the same
  private static final int MOST_TIMES = 10;
  private static final int HELD_OUT = 5; // one of so many

  /// @param entries about how many pairs of user and item
  /// @param spread of the logarithm of users' numbers of items
  /// @param fewest items of a user
  static MadeUpHistories of(
      int users, int items, long entries, long seed, double spread, int fewest) {
    SplittableRandom random = new SplittableRandom(seed);
    Topics topics = new Topics(items, random);
    double[] degree = new double[users];
    for (int u = 0; u < users; u++) {
      degree[u] = Math.exp(spread * random.nextGaussian());
    }
    double scale = (entries - (double) users * fewest) / Arrays.stream(degree).sum();
    InteractionsBuilder train = Interactions.builder(users, items);
    List<int[]> test = new ArrayList<>(users);
    int[] mark = new int[items];
    for (int u = 0; u < users; u++) {
      int wanted =
          (int) Math.min(items / 4.0, fewest + Math.floor(degree[u] * scale + random.nextDouble()));
      int[] drawn = topics.draw(wanted, u + 1, mark, random);
      int held = drawn.length / HELD_OUT;
      test.add(Arrays.stream(drawn, 0, held).sorted().toArray());
      for (int k = held; k < drawn.length; k++) {
        train.add(u, drawn[k], times(random));
      }
    }
    return new MadeUpHistories(train.build(), test);
  }

  private static int times(SplittableRandom random) {
    int times = 1;
    while (times < MOST_TIMES && random.nextDouble() < AGAIN) {
      times++;
    }
    return times;
  }

  /// Cumulated weights of all items, of each topic's items, and of topics.
  private static final class Topics {
    private final double[] all;
    private final double[] topic;
    private final int[][] item;
    private final double[][] weight;

    Topics(int items, SplittableRandom random) {
      int count = Math.max(20, items / 200);
      double[] popularity = popularities(items, random);
      all = cumulated(popularity);
      List<List<Integer>> members = new ArrayList<>();
      for (int t = 0; t < count; t++) {
        members.add(new ArrayList<>());
      }
      for (int i = 0; i < items; i++) {
        members.get(random.nextInt(count)).add(i);
        if (random.nextDouble() < 0.3) {
          members.get(random.nextInt(count)).add(i);
        }
      }
      item = new int[count][];
      weight = new double[count][];
      double[] size = new double[count];
      for (int t = 0; t < count; t++) {
        item[t] = members.get(t).stream().mapToInt(Integer::intValue).toArray();
        double[] each = new double[item[t].length];
        for (int k = 0; k < each.length; k++) {
          each[k] = popularity[item[t][k]] * (0.3 + random.nextDouble());
        }
        weight[t] = cumulated(each);
        size[t] = Math.pow(t + 3, -0.6);
      }
      topic = cumulated(size);
    }

    private static double[] popularities(int items, SplittableRandom random) {
      double[] popularity = new double[items];
      for (int i = 0; i < items; i++) {
        popularity[i] = Math.pow(i + 10, -0.85);
      }
      for (int i = items - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        double kept = popularity[i];
        popularity[i] = popularity[other];
        popularity[other] = kept;
      }
      return popularity;
    }

    private static double[] cumulated(double[] each) {
      double[] sums = each.clone();
      Arrays.parallelPrefix(sums, Double::sum);
      return sums;
    }

    private static int pick(double[] sums, SplittableRandom random) {
      int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
      return at < 0 ? Math.min(sums.length - 1, -at - 1) : at;
    }

    /// Distinct items in random order; fewer when the user's topics have no more.
    int[] draw(int wanted, int user, int[] mark, SplittableRandom random) {
      int[] own = new int[Math.min(topic.length, 3 + (int) (Math.log(wanted) / 1.2))];
      for (int k = 0; k < own.length; k++) {
        own[k] = pick(topic, random);
      }
      int[] drawn = new int[wanted];
      int size = 0;
      for (long attempt = 0; size < wanted && attempt < 30L * wanted; attempt++) {
        int next = random.nextDouble() < ANYTHING ? pick(all, random) : ofTopic(own, random);
        if (mark[next] != user) {
          mark[next] = user;
          drawn[size++] = next;
        }
      }
      return Arrays.copyOf(drawn, size);
    }

    private int ofTopic(int[] own, SplittableRandom random) {
      double first = random.nextDouble();
      int t = own[(int) (own.length * first * first)];
      return item[t].length == 0 ? pick(all, random) : item[t][pick(weight[t], random)];
    }
  }
}
