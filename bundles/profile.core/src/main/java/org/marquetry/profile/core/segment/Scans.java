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
    return new Made(
        List.of(row, today, row.thing() == Thing.ANYTHING ? 0L : catalogue.version()),
        board -> {
          LiveTraits.NumberColumn column = amount(board, row);
          return range(row.from(), row.to(), column);
        });
  }

  /// How often or how much a customer did it.
  LiveTraits.NumberColumn amount(Board board, DeedRow row) {
    boolean @Nullable [] about = about(board, row);
    if (row.deed().equals(EventTypes.ORDERED)) {
      long since =
          row.days().isPresent() ? basis.start(today, row.days().getAsInt()) : Long.MIN_VALUE;
      return c -> bought(board.lines[c], row, since, about);
    }
    int type = board.types.indexOf(row.deed());
    long since = Acts.earliest(basis.start(today, row.days().orElseThrow()) / SECOND);
    return type < 0 ? _ -> 0 : c -> done(board.acts[c], type, since, about);
  }

  /// Which product numbers of a board the deed may be about; null = all, and none.
  private boolean @Nullable [] about(Board board, DeedRow row) {
    if (row.thing() == Thing.ANYTHING) {
      return null;
    }
    boolean[] about = new boolean[board.products.size()];
    for (int p = 1; p < about.length; p++) {
      String product = board.products.get(p);
      about[p] =
          switch (row.thing()) {
            case PRODUCT -> product.equals(row.name());
            case CATEGORY -> catalogue.category(product).equals(row.name());
            case BRAND -> catalogue.brand(product).equals(row.name());
            case ANYTHING -> true;
          };
    }
    return about;
  }

  private static double bought(long[] lines, DeedRow row, long since, boolean @Nullable [] about) {
    return switch (row.measure()) {
      case TIMES -> orders(lines, since, about);
      case UNITS -> {
        double units = 0;
        for (int i = 0; i < lines.length; i += Lines.WIDTH) {
          units += isMeant(lines, i, since, about) ? Lines.quantity(lines, i) : 0;
        }
        yield units;
      }
      case MONEY -> {
        long minor = 0;
        for (int i = 0; i < lines.length; i += Lines.WIDTH) {
          long paid = lines[i + Lines.WIDTH - 1];
          minor += paid != Lines.UNKNOWN && isMeant(lines, i, since, about) ? paid : 0;
        }
        yield minor;
      }
    };
  }

  private static int orders(long[] lines, long since, boolean @Nullable [] about) {
    long few = 0; // orders with numbers below 64
    BitSet more = new BitSet(0);
    for (int i = 0; i < lines.length; i += Lines.WIDTH) {
      if (isMeant(lines, i, since, about)) {
        int order = Lines.order(lines, i);
        if (order < Long.SIZE) {
          few |= 1L << order;
        } else {
          more.set(order);
        }
      }
    }
    return Long.bitCount(few) + more.cardinality();
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
