package org.marquetry.recommend.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;

/// Interactions without the latest tenth of some users' items, one at least, and those items.
///
/// @param rest what engines learn from
/// @param users ascending
/// @param wanted what each of those users had next, ascending
record HeldOut(Interactions rest, List<Integer> users, List<int[]> wanted) {
  private static final int SHORTEST = 3;
  private static final int ONE_OF = 10;

  /// @param most how many users lose items; they are drawn by the seed
  static HeldOut of(Interactions data, int most, long seed) {
    BitSet chosen = draw(data, most, seed);
    InteractionsBuilder rest = Interactions.builder(data.users(), data.items());
    List<Integer> users = new ArrayList<>();
    List<int[]> wanted = new ArrayList<>();
    for (int u = 0; u < data.users(); u++) {
      int[] latest = {};
      if (chosen.get(u)) {
        int[] all = data.sequence(u);
        latest = Arrays.copyOfRange(all, all.length - Math.max(1, all.length / ONE_OF), all.length);
        Arrays.sort(latest);
        users.add(u);
        wanted.add(latest);
      }
      for (long k = data.start(u); k < data.start(u + 1); k++) {
        if (Arrays.binarySearch(latest, data.item(k)) < 0) {
          rest.add(u, data.item(k), data.weight(k), data.time(k));
        }
      }
    }
    return new HeldOut(rest.build(), users, wanted);
  }

  private static BitSet draw(Interactions data, int most, long seed) {
    int[] able =
        IntStream.range(0, data.users())
            .filter(u -> data.start(u + 1) - data.start(u) >= SHORTEST)
            .toArray();
    SplittableRandom random = new SplittableRandom(seed);
    BitSet chosen = new BitSet(data.users());
    for (int k = 0; k < Math.min(most, able.length); k++) {
      int other = k + random.nextInt(able.length - k);
      int drawn = able[other];
      able[other] = able[k];
      chosen.set(drawn);
    }
    return chosen;
  }

  boolean isEmpty() {
    return users.isEmpty();
  }
}
