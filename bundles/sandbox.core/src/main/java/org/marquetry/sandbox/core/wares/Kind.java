package org.marquetry.sandbox.core.wares;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.marquetry.shop.api.Words;

/// A kind of thing: the subcategory of the shop. What is known of each stands in `kinds.txt`.
public enum Kind {
  DRESS,
  SKIRT,
  SHIRT,
  TSHIRT,
  SWEATER,
  TROUSERS,
  COAT,
  JACKET,
  SNEAKERS,
  BOOTS,
  SANDALS,
  LOAFERS,
  BACKPACK,
  HANDBAG,
  TOTE,
  WALLET,
  SCARF,
  HAT,
  UMBRELLA,
  BEDDING,
  TOWEL,
  CUSHION,
  BLANKET,
  CURTAIN,
  MUG,
  TEAPOT,
  PAN,
  PLATE,
  KNIFE,
  FLASK,
  GREEN_TEA,
  BLACK_TEA,
  OOLONG,
  COFFEE,
  HONEY,
  NUTS,
  BISCUITS,
  PLUSH,
  BLOCKS,
  PUZZLE,
  KITE,
  NOTEBOOK,
  PEN,
  PENCIL_CASE,
  YOGA_MAT,
  DUMBBELLS,
  RACKET,
  BALL,
  BOTTLE;

  private static final class Table {
    static final Map<String, List<String>> ROWS =
        Lines.of("kinds.txt").stream()
            .map(line -> List.of(line.split("; *")))
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row));
  }

  private final Category category;
  private final Nature nature;
  private final Words words;
  private final String called;
  private final int weight;
  private final double low;
  private final double high;
  private final Sizes sizes;
  private final List<Words> cuts;
  private final List<Words> materials;
  private final List<Pattern> patterns;

  Kind() {
    List<String> row = Table.ROWS.getOrDefault(name(), List.of());
    if (row.size() != 12) {
      throw new IllegalStateException("kinds.txt must have 12 columns for " + name() + ": " + row);
    }
    category = Category.valueOf(row.get(1));
    nature = Nature.valueOf(row.get(2));
    words = Both.words(row.get(3));
    called = row.get(4);
    weight = Integer.parseInt(row.get(5));
    low = Double.parseDouble(row.get(6));
    high = Double.parseDouble(row.get(7));
    sizes = Sizes.valueOf(row.get(8));
    cuts = Both.list(row.get(9));
    materials = Both.list(row.get(10));
    patterns = row.get(11).chars().mapToObj(letter -> Pattern.of((char) letter)).toList();
  }

  public Category category() {
    return category;
  }

  public Nature nature() {
    return nature;
  }

  /// The name of the subcategory.
  public Words words() {
    return words;
  }

  /// What it comes in, the usual first; of food, the flavours.
  public List<Words> cuts() {
    return cuts;
  }

  /// What it is made of; of food, how it is packed.
  public List<Words> materials() {
    return materials;
  }

  /// The patterns it comes in; the usual ones stand more than once.
  public List<Pattern> patterns() {
    return patterns;
  }

  /// Whether it is sold by colour; food is not.
  public boolean isColoured() {
    return category != Category.FOOD;
  }

  /// The Chinese measure word with the everyday noun ("条裙子").
  String called() {
    return called;
  }

  /// Whether English says "these".
  boolean isPlural() {
    return words.en().endsWith("s") && this != DRESS;
  }

  /// How many of the shop's models are of this kind, relative to others.
  int weight() {
    return weight;
  }

  /// Lowest usual price in units of about a euro.
  double low() {
    return low;
  }

  double high() {
    return high;
  }

  List<String> sizes() {
    return sizes.labels();
  }
}
