package org.marquetry.sandbox.core.wares;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final List<Product> PRODUCTS = Catalogue.of(1, 2_000, "CNY").products();

  @Test
  void aProductIsAlwaysTheSamePictureAndEachHasItsOwn() {
    Set<Integer> seen = new HashSet<>();
    for (Product product : PRODUCTS.subList(0, 300)) {
      byte[] picture = Picture.png(product, 120);
      assertArrayEquals(picture, Picture.png(product, 120));
      assertTrue(seen.add(Arrays.hashCode(picture)), product.name().en());
    }
  }

  @Test
  void aPictureIsAsLargeAsAskedForAndCanBeRead() throws IOException {
    BufferedImage png = ImageIO.read(new ByteArrayInputStream(Picture.png(PRODUCTS.get(0), 160)));
    BufferedImage bmp = ImageIO.read(new ByteArrayInputStream(Picture.bmp(PRODUCTS.get(0), 800)));
    assertEquals(160, png.getWidth());
    assertEquals(800, bmp.getHeight());
    int odd = 163; // rows are filled up
    BufferedImage drawn = Picture.draw(PRODUCTS.get(0), odd);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Picture.bmp(PRODUCTS.get(0), odd)));
    assertArrayEquals(
        drawn.getRGB(0, 0, odd, odd, null, 0, odd), read.getRGB(0, 0, odd, odd, null, 0, odd));
    assertThrows(IllegalArgumentException.class, () -> Picture.png(PRODUCTS.get(0), 15));
  }

  /// Two pictures of one model in two colours are nearer to their own colour than to the other's,
  /// but for things of which little is coloured (a plate, a puzzle).
  @Test
  void thePictureShowsTheColour() {
    int right = 0;
    int all = 0;
    for (Product product : PRODUCTS.subList(0, 500)) {
      for (Product sibling : PRODUCTS) {
        boolean other = !sibling.equals(product) && sibling.family().equals(product.family());
        if (other && product.kind().isColoured() && product.pattern() == Pattern.SOLID) {
          right += area(product, product.colour()) > area(sibling, product.colour()) ? 1 : 0;
          all++;
        }
      }
    }
    assertTrue(all > 100 && right > 0.8 * all, right + " of " + all);
  }

  /// How many of 10,000 points are near a colour.
  private static long area(Product product, Colour colour) {
    BufferedImage image = Picture.draw(product, 100);
    return IntStream.range(0, 10_000)
        .filter(i -> distance(image.getRGB(i % 100, i / 100), colour.rgb()) < 110)
        .count();
  }

  private static int distance(int a, int b) {
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      sum += Math.abs(((a >> shift) & 255) - ((b >> shift) & 255));
    }
    return sum;
  }

  /// Kinds that look alike in grey would not be told apart by a buyer.
  @Test
  void everyKindHasADrawingOfItsOwn() {
    Map<Kind, List<Layer>> drawings = new EnumMap<>(Kind.class);
    PRODUCTS.forEach(product -> drawings.putIfAbsent(product.kind(), Drawings.of(product)));
    assertEquals(Kind.values().length, drawings.size());
    assertEquals(Kind.values().length, new HashSet<>(drawings.values()).size());
  }
}
