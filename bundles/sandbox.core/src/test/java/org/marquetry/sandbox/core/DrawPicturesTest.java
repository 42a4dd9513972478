package org.marquetry.sandbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CataloguePage;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.Product;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.shop.api.ProductId;

/// Pictures are really drawn; the catalogue lists what it is told to list, and keeps what it gets.
class DrawPicturesTest {
  private static final Setting SETTING =
      new Setting(1, 10, 16, LocalDate.of(2026, 11, 29), ZoneId.of("UTC"), "EUR");

  private final SharedPool pool = new SharedPool(2);
  private final List<Product> listed = new ArrayList<>();
  private final List<String> drawn = new ArrayList<>();

  @AfterEach
  void close() {
    pool.close();
  }

  private Catalogue catalogue() {
    return (Catalogue)
        Proxy.newProxyInstance(
            Catalogue.class.getClassLoader(),
            new Class<?>[] {Catalogue.class},
            (_, method, arguments) -> {
              if (arguments[0] instanceof CatalogueQuery query) {
                int from = Math.min(query.offset(), listed.size());
                return new CataloguePage(listed.size(), listed.subList(from, listed.size()));
              }
              if (method.getName().equals("keepPictures") && arguments[0] instanceof Map<?, ?> m) {
                m.keySet().forEach(id -> drawn.add(((ProductId) id).value()));
                return Map.of();
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private void draw(int most) {
    Map<String, String> arguments = new HashMap<>(SETTING.arguments());
    arguments.put("most", Integer.toString(most));
    new DrawPictures(catalogue(), pool).run(new QuietRun("pictures", arguments, false));
  }

  private static Set<String> goods() {
    Set<String> ids = new HashSet<>();
    Catalogues.goods(SETTING).all().forEach(good -> ids.add(good.id()));
    return ids;
  }

  private static Product product(String id, boolean picture) {
    return new Product(
        new ProductId(id),
        Optional.of("Something"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        picture ? Optional.of(new Picture("0".repeat(64))) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        OptionalDouble.empty(),
        0);
  }

  @Test
  void allAreDrawnThoughTheCatalogueDoesNotListThemYet() {
    draw(Integer.MAX_VALUE);
    assertEquals(goods(), new HashSet<>(drawn));
    assertEquals(16, drawn.size());
  }

  @Test
  void whatIsListedComesFirstAndNothingThatHasAPicture() {
    List<String> ids = List.copyOf(goods());
    listed.add(product(ids.get(3), true));
    listed.add(product(ids.get(5), false));
    draw(Integer.MAX_VALUE);
    assertEquals(ids.get(5), drawn.getFirst());
    assertEquals(15, drawn.size());
    Set<String> all = new HashSet<>(drawn);
    all.add(ids.get(3));
    assertEquals(goods(), all);
  }

  @Test
  void theFirstFewAreSomeThatAreListed() {
    draw(4);
    assertEquals(List.of(), drawn);
    List<String> ids = List.copyOf(goods());
    ids.subList(0, 6).forEach(id -> listed.add(product(id, false)));
    draw(4);
    assertEquals(ids.subList(0, 4), drawn);
  }
}
