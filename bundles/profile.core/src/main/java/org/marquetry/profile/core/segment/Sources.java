package org.marquetry.profile.core.segment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.spi.TraitSource;
import org.marquetry.shop.api.CustomerId;

/// The traits of partners, with their values read anew when a source says that they changed.
final class Sources {
  private static final int AT_ONCE = 65_536;
  private final Map<Key, Column> columns = new HashMap<>(); // guarded by this

  private record Key(TraitSource source, String trait, Board board) {}

  /// Values of the first customers of a board; numbers or texts.
  private static final class Column {
    private final long version;
    private final long generation;
    private final double[] numbers;
    private final @Nullable String[] texts;

    Column(long version, long generation, double[] numbers, @Nullable String[] texts) {
      this.version = version;
      this.generation = generation;
      this.numbers = numbers;
      this.texts = texts;
    }

    int length() {
      return Math.max(numbers.length, texts.length);
    }
  }

  private record Found(TraitSource source, SegmentTrait trait) {}

  static Stream<SegmentTrait> traits(List<TraitSource> sources) {
    return sources.stream().flatMap(source -> source.traits().stream());
  }

  private static Optional<Found> find(List<TraitSource> sources, String trait) {
    return sources.stream()
        .flatMap(source -> source.traits().stream().map(t -> new Found(source, t)))
        .filter(found -> found.trait().trait().id().equals(trait))
        .findFirst();
  }

  /// Make the scan of a row on a partner's trait; empty when nobody supplies the trait.
  ///
  /// @param today epoch day
  Optional<Scan> scan(
      List<TraitSource> sources, SegmentRule.Row row, String trait, Boards boards, long today) {
    return find(sources, trait)
        .map(found -> {
          long version = found.source().version();
          boards.all().forEach(board -> load(found, board, version));
          return new Values(row, found, version, today);
        });
  }

  /// How many customers have each value of a text trait; nothing when nobody supplies it.
  Map<String, Integer> words(List<TraitSource> sources, String trait, Boards boards) {
    Map<String, Integer> counts = new HashMap<>();
    find(sources, trait)
        .filter(found -> found.trait().trait().kind() == Trait.Kind.TEXT)
        .ifPresent(found ->
            boards
                .all()
                .forEach(board -> {
                  load(found, board, found.source().version());
                  Column column = column(found, board);
                  for (String text : column == null ? new String[0] : column.texts) {
                    if (text != null) {
                      counts.merge(text, 1, Integer::sum);
                    }
                  }
                }));
    return counts;
  }

  /// The value of one customer: a number, a text, or nothing known.
  Optional<Object> value(List<TraitSource> sources, String trait, String customer) {
    return find(sources, trait)
        .flatMap(found -> {
          List<CustomerId> one = List.of(new CustomerId(customer));
          if (found.trait().trait().kind() == Trait.Kind.TEXT) {
            return Optional.ofNullable(found.source().texts(trait, one)[0]);
          }
          double value = found.source().numbers(trait, one)[0];
          return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
        });
  }

  private synchronized void load(Found found, Board board, long version) {
    record Customers(long generation, List<CustomerId> ids) {}
    String trait = found.trait().trait().id();
    columns.keySet().removeIf(k -> k.trait().equals(trait) && !k.source().equals(found.source()));
    Key key = new Key(found.source(), trait, board);
    Customers all = board.read(b -> new Customers(b.generation(), customers(b)));
    Column before = columns.get(key);
    Column begin =
        before != null && before.version == version && before.generation == all.generation()
            ? before
            : new Column(version, all.generation(), new double[0], new @Nullable String[0]);
    if (before == null || begin.length() < all.ids().size() || !begin.equals(before)) {
      columns.put(key, filled(found, begin, all.ids()));
    }
  }

  /// Read the values of the customers that a column does not have yet.
  private static Column filled(Found found, Column begin, List<CustomerId> customers) {
    String trait = found.trait().trait().id();
    boolean text = found.trait().trait().kind() == Trait.Kind.TEXT;
    int length = customers.size();
    double[] numbers = Arrays.copyOf(begin.numbers, text ? 0 : length);
    @Nullable String[] texts = Arrays.copyOf(begin.texts, text ? length : 0);
    for (int at = begin.length(); at < length; at += AT_ONCE) {
      int to = Math.min(length, at + AT_ONCE);
      List<CustomerId> some = customers.subList(at, to);
      if (text) {
        System.arraycopy(found.source().texts(trait, some), 0, texts, at, to - at);
      } else {
        System.arraycopy(found.source().numbers(trait, some), 0, numbers, at, to - at);
      }
    }
    return new Column(begin.version, begin.generation, numbers, texts);
  }

  private static List<CustomerId> customers(Board board) {
    return Arrays.stream(board.ids, 0, board.size).map(CustomerId::new).toList();
  }

  private synchronized @Nullable Column column(Found found, Board board) {
    Column column = columns.get(new Key(found.source(), found.trait().trait().id(), board));
    return column != null && column.generation == board.generation() ? column : null;
  }

  /// A row on a partner's trait.
  private final class Values implements Scan {
    private final SegmentRule.Row row;
    private final Found found;
    private final long version;
    private final long today;

    Values(SegmentRule.Row row, Found found, long version, long today) {
      this.row = row;
      this.found = found;
      this.version = version;
      this.today = today;
    }

    @Override
    public Object key() {
      return List.of(row, found.source(), version, today);
    }

    @Override
    public boolean isKept() {
      return false; // customers who came since the values were read are not among them
    }

    @Override
    public IntPredicate test(Board board) {
      Column column = column(found, board);
      if (column == null) {
        return _ -> false;
      }
      double[] numbers = column.numbers;
      @Nullable String[] texts = column.texts;
      return switch (row) {
        case SegmentRule.NumberRow(_, var from, var to) ->
            Scans.range(from, to, c -> c < numbers.length ? numbers[c] : Double.NaN);
        case SegmentRule.DaysAgoRow(_, var from, var to) -> {
          int nearest = from.orElse(0);
          int farthest = to.orElse(Integer.MAX_VALUE);
          yield c -> {
            double day = c < numbers.length ? numbers[c] : Double.NaN;
            double ago = Math.max(0, today - day);
            return ago >= nearest && ago <= farthest;
          };
        }
        case SegmentRule.ChoiceRow(_, var values) ->
            c -> c < texts.length && texts[c] != null && values.contains(texts[c]);
        case SegmentRule.KnownRow _ ->
            c ->
                c < numbers.length
                    ? !Double.isNaN(numbers[c])
                    : c < texts.length && texts[c] != null;
        case SegmentRule.DeedRow _, SegmentRule.MemberRow _ -> _ -> false;
      };
    }
  }
}
