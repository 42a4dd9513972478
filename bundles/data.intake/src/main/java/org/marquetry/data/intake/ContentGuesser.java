package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.data.intake.FileGuess.ColumnGuess;

/// The role of a file whose columns have no telling names: first things (products, customers), then
/// facts about them; which identifier is which shows in the things' own files.
final class ContentGuesser {
  private static final Set<String> GENDERS =
      Set.of(
          "m", "f", "male", "female", "man", "woman", "u", "unknown", "other", "d", "x", "男", "女",
          "w");

  private final Staging staging;

  ContentGuesser(Staging staging) {
    this.staging = staging;
  }

  List<FileGuess> complete(List<FileGuess> guesses) {
    List<FileGuess> things = new ArrayList<>();
    for (FileGuess g : guesses) {
      things.add(open(g) ? thing(g) : g);
    }
    List<FileGuess> all = new ArrayList<>();
    for (FileGuess g : things) {
      all.add(open(g) ? fact(g, things) : g);
    }
    return all;
  }

  private static boolean open(FileGuess g) {
    boolean unnamed = g.columns().stream().allMatch(c -> c.meaning() == UNKNOWN);
    return g.role() == Role.OTHER && unnamed && !g.rule().ignore();
  }

  private static FileGuess thing(FileGuess g) {
    Optional<ColumnProfile> key = first(g, p -> p.key() && p.idLike());
    if (key.isEmpty()) {
      return g;
    }
    Map<Meaning, ColumnProfile> found = new EnumMap<>(Meaning.class);
    first(g, p -> p.url() > 0.8).ifPresent(p -> found.put(URL, p));
    first(g, p -> p.email() > 0.8).ifPresent(p -> found.put(EMAIL, p));
    first(g, p -> p.distinct() >= 2 && p.distinct() <= 4 && GENDERS.containsAll(p.values()))
        .ifPresent(p -> found.put(GENDER, p));
    first(
            g,
            p ->
                p.words() >= 1.5
                    && p.numeric() < 0.3
                    && p.date().isEmpty()
                    && p.distinct() >= 0.9 * p.filled())
        .ifPresent(p -> found.put(TITLE, p));
    if (found.containsKey(GENDER) || found.containsKey(EMAIL)) {
      found.remove(TITLE);
      first(
              g,
              p ->
                  p.number()
                      && p.whole() == 1
                      && p.min() >= 0
                      && p.max() <= 120
                      && p.distinct() >= 10
                      && !p.equals(key.get()))
          .ifPresent(p -> found.put(AGE, p));
      found.put(CUSTOMER, key.get());
      return told(
          g,
          Role.CUSTOMERS,
          0.8,
          found,
          "every row has its own identifier, and a gender or an address");
    }
    if (found.containsKey(TITLE) || found.containsKey(URL)) {
      found.put(PRODUCT, key.get());
      return told(
          g, Role.PRODUCTS, 0.8, found, "every row has its own identifier, and a title or a link");
    }
    return g;
  }

  private FileGuess fact(FileGuess g, List<FileGuess> things) {
    Optional<ColumnProfile> time = first(g, p -> p.date().isPresent());
    if (time.isEmpty()) {
      return g;
    }
    Optional<ColumnProfile> rating =
        first(
            g,
            p ->
                p.number()
                    && p.distinct() >= 3
                    && p.distinct() <= 21
                    && p.min() >= 0
                    && p.max() <= 10
                    && p.rows() > 2 * p.distinct());
    Optional<ColumnProfile> amount =
        last(g, p -> p.number() && p.fractions() > 0.2 && !is(rating, p));
    List<ColumnProfile> ids =
        g.profiles().stream()
            .filter(p ->
                p.idLike() && p.distinct() >= 2 && !is(rating, p) && !is(amount, p) && !p.binary())
            .filter(p -> p.number() ? p.whole() == 1 && p.min() >= 0 : p.words() < 2)
            .toList();
    Map<Meaning, ColumnProfile> found = new EnumMap<>(Meaning.class);
    found.put(TIME, time.get());
    if (amount.isPresent() && !ids.isEmpty()) {
      return order(g, ids, found, amount.get(), rating);
    }
    if (ids.size() < 2) {
      return g;
    }
    String how = identify(g, ids, things, found);
    if (rating.isPresent()) {
      found.put(RATING, rating.get());
      return told(
          g,
          Role.REVIEWS,
          how.isEmpty() ? 0.6 : 0.85,
          found,
          "two identifiers, a time and a small scale of numbers" + how);
    }
    return told(
        g, Role.EVENTS, how.isEmpty() ? 0.5 : 0.7, found, "two identifiers and a time" + how);
  }

  private FileGuess order(
      FileGuess g,
      List<ColumnProfile> ids,
      Map<Meaning, ColumnProfile> found,
      ColumnProfile amount,
      Optional<ColumnProfile> small) {
    ColumnProfile customer = ids.getFirst();
    found.put(AMOUNT, amount);
    found.put(CUSTOMER, customer);
    List<ColumnProfile> left = new ArrayList<>(ids.subList(1, ids.size()));
    left.removeIf(p -> determined(g, customer, p)); // a second number of the same customer
    Optional<ColumnProfile> quantity =
        left.stream()
            .filter(p ->
                p.number()
                    && p.min() >= 0
                    && p.max() < 10_000
                    && p.distinct() < 0.02 * p.rows() + 20)
            .min(Comparator.comparingDouble(ColumnProfile::max))
            .or(() -> small);
    quantity.ifPresent(p -> found.put(QUANTITY, p));
    left.removeIf(p -> is(quantity, p));
    left.stream().findFirst().ifPresent(p -> found.put(PRODUCT, p));
    return told(g, Role.ORDERS, 0.7, found, "an identifier, a time and numbers with decimals");
  }

  /// Each value of the first goes with one value of the second.
  private boolean determined(FileGuess g, ColumnProfile a, ColumnProfile b) {
    long pairs =
        staging.number(
            "SELECT count(*) FROM (SELECT DISTINCT "
                + a.sql()
                + ", "
                + b.sql()
                + " FROM "
                + g.table().table()
                + ")");
    return pairs <= 1.01 * a.distinct();
  }

  /// Customer and product among the identifiers, by the files of customers and products, else by
  /// position.
  private String identify(
      FileGuess g,
      List<ColumnProfile> ids,
      List<FileGuess> things,
      Map<Meaning, ColumnProfile> found) {
    double best = 0;
    String how = "";
    found.put(CUSTOMER, ids.get(0));
    found.put(PRODUCT, ids.get(1));
    for (ColumnProfile a : ids) {
      for (ColumnProfile b : ids) {
        if (!a.equals(b)) {
          double customers = link(g, a, things, Role.CUSTOMERS, CUSTOMER);
          double products = link(g, b, things, Role.PRODUCTS, PRODUCT);
          double score = customers + products - 0.01 * (ids.indexOf(a) + ids.indexOf(b));
          if (score > best && customers + products > 0.5) {
            best = score;
            found.put(CUSTOMER, a);
            found.put(PRODUCT, b);
            how = "; the values are those of the customers' and products' files";
          }
        }
      }
    }
    return how;
  }

  /// How well a column's values are the keys of the things of a role, in [0, 1].
  private double link(
      FileGuess g, ColumnProfile column, List<FileGuess> things, Role role, Meaning key) {
    double best = 0;
    for (FileGuess t : things) {
      if (t.role() == role && t.has(key)) {
        ColumnProfile k = t.column(key).orElseThrow();
        long common =
            staging.number(
                "SELECT count(*) FROM (SELECT DISTINCT "
                    + column.sql()
                    + " AS v FROM "
                    + g.table().table()
                    + ") a SEMI JOIN (SELECT DISTINCT "
                    + k.sql()
                    + " AS v FROM "
                    + t.table().table()
                    + ") b ON a.v = b.v");
        best =
            Math.max(
                best, (double) common / column.distinct() * (0.5 + 0.5 * common / k.distinct()));
      }
    }
    return best;
  }

  private static FileGuess told(
      FileGuess g,
      Role role,
      double confidence,
      Map<Meaning, ColumnProfile> found,
      String evidence) {
    List<ColumnGuess> columns = new ArrayList<>();
    for (ColumnProfile p : g.profiles()) {
      ColumnGuess guess =
          RoleColumns.keepsAttributes(role) && !p.empty()
              ? new ColumnGuess(ATTRIBUTE, 0.5, "kept as an attribute")
              : p.empty()
                  ? new ColumnGuess(UNKNOWN, 0, "the column is empty")
                  : ColumnGuess.UNKNOWN;
      for (Map.Entry<Meaning, ColumnProfile> e : found.entrySet()) {
        if (e.getValue().equals(p)) {
          guess = new ColumnGuess(e.getKey(), confidence, "the contents");
        }
      }
      columns.add(guess);
    }
    return new FileGuess(
        g.table(),
        g.profiles(),
        g.rule(),
        role,
        confidence,
        List.of(evidence),
        columns,
        Optional.empty());
  }

  private static boolean is(Optional<ColumnProfile> column, ColumnProfile p) {
    return column.isPresent() && column.get().equals(p);
  }

  private static Optional<ColumnProfile> first(
      FileGuess g, java.util.function.Predicate<ColumnProfile> test) {
    return g.profiles().stream().filter(p -> !p.empty()).filter(test).findFirst();
  }

  private static Optional<ColumnProfile> last(
      FileGuess g, java.util.function.Predicate<ColumnProfile> test) {
    return g.profiles().reversed().stream().filter(p -> !p.empty()).filter(test).findFirst();
  }
}
