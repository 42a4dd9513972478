package org.marquetry.profile.core.segment;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.DaysAgoRow;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Thing;
import org.marquetry.profile.core.live.Account;
import org.marquetry.profile.core.live.Acts;
import org.marquetry.profile.core.live.Lines;
import org.marquetry.shop.api.EventTypes;

/// Makes scans of rows about what boards hold themselves.
final class Scans {
  private static final long SECOND = 1_000;

  private final Basis basis;
  private final LocalDate today;
  private final Catalogue catalogue;

  Scans(Basis basis, LocalDate today, Catalogue catalogue) {
    this.basis = basis;
    this.today = today;
    this.catalogue = catalogue;
  }

  /// @param key what tells it from others, besides the row itself
  private record Made(Object key, java.util.function.Function<Board, IntPredicate> maker)
      implements Scan {
    @Override
    public IntPredicate test(Board board) {
      return maker.apply(board);
    }
  }

  Scan number(SegmentRule.NumberRow row) {
    return new Made(
        List.of(row, today),
        board -> {
          var column = LiveTraits.number(board, row.trait(), basis, today.toEpochDay());
          return range(row.from(), row.to(), column);
        });
  }

  static IntPredicate range(
      OptionalDouble from, OptionalDouble to, LiveTraits.NumberColumn column) {
    double low = from.orElse(Double.NEGATIVE_INFINITY);
    double high = to.orElse(Double.POSITIVE_INFINITY);
    return c -> {
      double value = column.at(c);
      return value >= low && value <= high; // never of NaN
    };
  }

  Scan daysAgo(DaysAgoRow row) {
    long since = row.to().isPresent() ? basis.start(today, row.to().getAsInt()) : Account.NEVER + 1;
    int nearest = row.from().orElse(0);
    long until = nearest == 0 ? Long.MAX_VALUE : basis.start(today, nearest - 1L);
    return new Made(
        List.of(row, today),
        board -> {
          long[] moments = LiveTraits.moments(board, row.trait());
          return c -> moments[c] >= since && moments[c] < until;
        });
  }

  Scan choice(SegmentRule.ChoiceRow row) {
    return new Made(
        row,
        board -> {
          TextColumn column = board.column(row.trait());
          boolean[] matches = column.matches(row.values());
          return c -> matches[column.code(c)];
        });
  }

  Scan known(SegmentRule.KnownRow row) {
    return new Made(
        row,
        board -> {
          var kind = LiveTraits.find(row.trait()).orElseThrow().trait().kind();
          return switch (kind) {
            case TEXT -> {
              TextColumn column = board.column(row.trait());
              yield column::isKnown;
            }
            case DATE -> {
              long[] moments = LiveTraits.moments(board, row.trait());
              yield c -> moments[c] != Account.NEVER;
            }
            case NUMBER -> {
              var column = LiveTraits.number(board, row.trait(), basis, today.toEpochDay());
              yield c -> !Double.isNaN(column.at(c));
            }
          };
        });
  }

  Scan deed(DeedRow row) {
    return new Deed(
        List.of(row, today, row.thing() == Thing.ANYTHING ? 0L : catalogue.version()), row, this);
  }

  /// A row on what somebody did. What it reads depends on how much it asks for: with a product,
  /// only the deeds with such products.
  private record Deed(Object key, DeedRow row, Scans scans) implements Scan {
    @Override
    public IntPredicate test(Board board) {
      return range(row.from(), row.to(), scans.amount(board, row));
    }

    @Override
    public long[] run(Board board) {
      boolean @Nullable [] about = scans.about(board, row);
      if (scans.isBought(row)) {
        return about == null ? Scan.super.run(board) : bought(board, about);
      }
      return done(board, about);
    }

    /// Whoever bought no such thing comes out as 0 does.
    private long[] bought(Board board, boolean[] about) {
      Deeds deeds = board.deeds();
      long[] maybe = new long[board.words()];
      deeds.bought(about, Math.max(0, scans.since(row) / SECOND), maybe);
      deeds.changed().stream().forEach(c -> maybe[c >> 6] |= 1L << c);
      long[] met = new long[maybe.length];
      if (range(row.from(), row.to(), _ -> 0).test(0)) {
        board.everybody(met);
      }
      IntPredicate test = test(board);
      for (int w = 0; w < maybe.length; w++) {
        for (long left = maybe[w]; left != 0; left &= left - 1) {
          long bit = Long.lowestOneBit(left);
          boolean meets = test.test((w << 6) + Long.numberOfTrailingZeros(left));
          met[w] = meets ? met[w] | bit : met[w] & ~bit;
        }
      }
      return met;
    }

    private long[] done(Board board, boolean @Nullable [] about) {
      Deeds deeds = board.deeds();
      int[] counts = new int[board.size];
      int type = board.types.indexOf(row.deed());
      if (type >= 0) {
        long since = Math.max(0, scans.since(row) / SECOND);
        deeds.done().count(type, about, since, counts);
      }
      LiveTraits.NumberColumn amount = scans.amount(board, row);
      deeds.changed().stream().forEach(c -> counts[c] = (int) amount.at(c));
      IntPredicate meets = range(row.from(), row.to(), c -> counts[c]);
      return new Made(key, _ -> meets).run(board);
    }
  }

  private boolean isBought(DeedRow row) {
    return row.deed().equals(EventTypes.ORDERED);
  }

  /// When its window begins, milliseconds since 1970.
  private long since(DeedRow row) {
    return row.days().isPresent() ? basis.start(today, row.days().getAsInt()) : Long.MIN_VALUE;
  }

  /// How often or how much a customer did it.
  LiveTraits.NumberColumn amount(Board board, DeedRow row) {
    boolean @Nullable [] about = about(board, row);
    if (isBought(row)) {
      Deeds deeds = board.deeds();
      long since = since(row);
      return c -> bought(deeds.lines(c), deeds.from(c), deeds.to(c), row, since, about);
    }
    int type = board.types.indexOf(row.deed());
    long since = Acts.earliest(since(row) / SECOND);
    return type < 0 ? _ -> 0 : c -> done(board.acts[c], type, since, about);
  }

  /// Which product numbers of a board the deed may be about; null = all, and none.
  private boolean @Nullable [] about(Board board, DeedRow row) {
    if (row.thing() == Thing.ANYTHING) {
      return null;
    }
    record About(Thing thing, String name, long catalogue) {}
    return board.about(
        new About(row.thing(), row.name(), catalogue.version()), product -> isAbout(row, product));
  }

  private boolean isAbout(DeedRow row, String product) {
    return switch (row.thing()) {
      case PRODUCT -> product.equals(row.name());
      case CATEGORY -> catalogue.category(product).equals(row.name());
      case BRAND -> catalogue.brand(product).equals(row.name());
      case ANYTHING -> true;
    };
  }

  /// @param from where the customer's lines begin
  /// @param to where they end
  private static double bought(
      long[] lines, int from, int to, DeedRow row, long since, boolean @Nullable [] about) {
    return switch (row.measure()) {
      case TIMES -> orders(lines, from, to, since, about);
      case UNITS -> {
        double units = 0;
        for (int i = from; i < to; i += Lines.WIDTH) {
          units += isMeant(lines, i, since, about) ? Lines.quantity(lines, i) : 0;
        }
        yield units;
      }
      case MONEY -> {
        long minor = 0;
        for (int i = from; i < to; i += Lines.WIDTH) {
          long paid = lines[i + Lines.WIDTH - 1];
          minor += paid != Lines.UNKNOWN && isMeant(lines, i, since, about) ? paid : 0;
        }
        yield minor;
      }
    };
  }

  private static int orders(
      long[] lines, int from, int to, long since, boolean @Nullable [] about) {
    long few = 0; // orders with numbers below 64
    @Nullable BitSet more = null;
    for (int i = from; i < to; i += Lines.WIDTH) {
      if (isMeant(lines, i, since, about)) {
        int order = Lines.order(lines, i);
        if (order < Long.SIZE) {
          few |= 1L << order;
        } else {
          more = more == null ? new BitSet() : more;
          more.set(order);
        }
      }
    }
    return Long.bitCount(few) + (more == null ? 0 : more.cardinality());
  }

  private static boolean isMeant(long[] lines, int i, long since, boolean @Nullable [] about) {
    return lines[i] >= since && (about == null || about[Lines.product(lines, i)]);
  }

  private static int done(long[] acts, int type, long since, boolean @Nullable [] about) {
    int count = 0;
    for (int i = acts.length - 1; i >= 0 && acts[i] >= since; i--) {
      long act = acts[i];
      if (Acts.type(act) == type && (about == null || about[Acts.product(act)])) {
        count++;
      }
    }
    return count;
  }
}
