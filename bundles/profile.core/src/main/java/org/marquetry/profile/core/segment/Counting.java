package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.core.live.Lines;
import org.marquetry.shop.api.Money;

/// Holds all boards against a plan.
///
/// @param nodes how many nodes the rule has
/// @param today epoch day
record Counting(Boards boards, Plan plan, int nodes, Basis basis, long today) {
  /// What one board answers.
  private static final class Part {
    private final int[] counts;
    private final boolean[] open;
    private final int[] reach = new int[LiveTraits.CHANNELS.size()];
    private int customers;
    private int members;
    private long net;
    private long all;
    private boolean hasMoney;
    private int begun; // members when the day began
    private int before; // customers then
    private boolean knowsBegun = true;

    Part(int nodes) {
      counts = new int[nodes];
      open = new boolean[nodes];
    }

    void add(Part other) {
      customers += other.customers;
      members += other.members;
      net += other.net;
      all += other.all;
      hasMoney |= other.hasMoney;
      begun += other.begun;
      before += other.before;
      knowsBegun &= other.knowsBegun;
      for (int n = 0; n < counts.length; n++) {
        counts[n] += other.counts[n];
        open[n] |= other.open[n];
      }
      for (int c = 0; c < reach.length; c++) {
        reach[c] += other.reach[c];
      }
    }
  }

  SegmentCount count() {
    Part sum = new Part(nodes);
    boards.each(this::part).forEach(sum::add);
    return new SegmentCount(
        sum.customers,
        sum.members,
        !sum.open[0],
        IntStream.range(0, nodes)
            .mapToObj(n -> new SegmentCount.Node(sum.counts[n], !sum.open[n]))
            .toList(),
        Optional.ofNullable(basis.currency())
            .filter(_ -> sum.hasMoney)
            .map(currency -> new Money(sum.net, currency)),
        sum.all > 0 ? (double) sum.net / sum.all : Double.NaN,
        IntStream.range(0, sum.reach.length)
            .mapToObj(c -> new SegmentCount.Reach(LiveTraits.CHANNELS.get(c).name(), sum.reach[c]))
            .toList(),
        sum.knowsBegun && sum.before > 0 && Plan.isLive(plan)
            ? OptionalInt.of(sum.begun)
            : OptionalInt.empty());
  }

  private Part part(Board board) {
    Part part = new Part(nodes);
    part.customers = board.size;
    Plan.Outcome outcome =
        Plan.select(
            plan,
            board,
            (node, found) -> {
              part.counts[node] = found.count();
              part.open[node] = !found.isKnown();
            });
    each(
        outcome.met(),
        c -> {
          part.members++;
          part.net += board.net[c] == Lines.UNKNOWN ? 0 : board.net[c];
          for (int channel = 0; channel < part.reach.length; channel++) {
            part.reach[channel] += board.reach[c] >> channel & 1;
          }
        });
    for (int c = 0; c < board.size; c++) {
      if (board.net[c] != Lines.UNKNOWN) {
        part.all += board.net[c];
        part.hasMoney = true;
      }
    }
    begun(board, outcome.met(), part);
    return part;
  }

  /// Whoever did not change today belonged to it in the morning if now.
  private void begun(Board board, long[] met, Part part) {
    Morning morning = board.morning();
    BitSet changed = morning.changed(today);
    Board former = morning.former(today);
    part.knowsBegun = morning.knows(today);
    part.before = board.size - changed.cardinality() + former.size;
    long left = part.members - changed.stream().filter(c -> (met[c >> 6] >> c & 1) == 1).count();
    part.begun = (int) left + Plan.select(plan, former, (_, _) -> {}).count();
  }

  private static void each(long[] bits, IntConsumer customer) {
    for (int w = 0; w < bits.length; w++) {
      for (long left = bits[w]; left != 0; left &= left - 1) {
        customer.accept((w << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /// How many of the members belong to each of some other plans.
  List<Integer> shared(List<Plan> others) {
    List<List<Integer>> parts =
        boards.each(board -> {
          long[] met = Plan.select(plan, board, (_, _) -> {}).met();
          return others.stream()
              .map(other -> {
                long[] too = Plan.select(other, board, (_, _) -> {}).met();
                return IntStream.range(0, met.length)
                    .map(w -> Long.bitCount(met[w] & too[w]))
                    .sum();
              })
              .toList();
        });
    return IntStream.range(0, others.size())
        .mapToObj(o -> parts.stream().mapToInt(part -> part.get(o)).sum())
        .toList();
  }

  /// Some members: those whose ids come first in an order that the seed makes.
  List<String> sample(long seed, int limit) {
    record Drawn(long key, String id) {}
    Comparator<Drawn> order = Comparator.comparingLong(Drawn::key).thenComparing(Drawn::id);
    Stream<Drawn> drawn =
        boards
            .each(board -> {
              java.util.PriorityQueue<Drawn> best = new java.util.PriorityQueue<>(order.reversed());
              each(
                  Plan.select(plan, board, (_, _) -> {}).met(),
                  c -> {
                    long key = mixed(board.ids[c].hashCode() * 0x9E3779B97F4A7C15L ^ seed);
                    if (best.size() < limit || key <= best.element().key()) {
                      best.add(new Drawn(key, board.ids[c]));
                      if (best.size() > limit) {
                        best.remove();
                      }
                    }
                  });
              return best;
            })
            .stream()
            .flatMap(java.util.Collection::stream);
    return drawn.sorted(order).limit(limit).map(Drawn::id).toList();
  }

  /// The finalizer of SplitMix64, of D. Lea, S. Vigna and G. Steele.
  private static long mixed(long bits) {
    long a = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
    return b ^ b >>> 31;
  }

  /// The ids of all members, in order.
  List<String> members() {
    List<String> all = new ArrayList<>();
    boards
        .each(board -> {
          List<String> ids = new ArrayList<>();
          each(Plan.select(plan, board, (_, _) -> {}).met(), c -> ids.add(board.ids[c]));
          return ids;
        })
        .forEach(all::addAll);
    all.sort(Comparator.naturalOrder());
    return all;
  }
}
