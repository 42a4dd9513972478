package org.marquetry.sandbox.core.wares;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The drawings of `drawings.txt`.
final class Drawings {
  private static final Map<String, List<Layer>> ALL = read();

  private Drawings() {}

  /// The layers of a product from back to front: of its cut, else of its kind.
  static List<Layer> of(Product product) {
    String kind = product.kind().name();
    int cut = product.kind().cuts().indexOf(product.cut());
    List<Layer> own = ALL.get(kind + " " + cut);
    List<Layer> layers = own == null ? ALL.get(kind) : own;
    if (layers == null) {
      throw new IllegalStateException("drawings.txt has no drawing of " + kind);
    }
    return layers;
  }

  private static Map<String, List<Layer>> read() {
    Map<String, List<Layer>> all = new HashMap<>();
    List<Layer> open = new ArrayList<>();
    for (String line : Lines.of("drawings.txt")) {
      if (line.startsWith("= ")) {
        open = new ArrayList<>();
        all.put(line.substring(2), open);
      } else {
        open.add(Layer.of(line));
      }
    }
    return all;
  }
}
