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
    BufferedImage jpeg = ImageIO.read(new ByteArrayInputStream(Picture.jpeg(PRODUCTS.get(0), 800)));
    assertEquals(160, png.getWidth());
    assertEquals(800, jpeg.getHeight());
    assertThrows(IllegalArgumentException.class, () -> Picture.png(PRODUCTS.get(0), 15));
  }

  /// The thing stands in the middle and has the product's colour in it.
  @Test
  void thePictureShowsTheColour() {
    for (Product product : PRODUCTS.subList(0, 400)) {
      if (!product.kind().isColoured()) {
        continue;
      }
      BufferedImage image = Picture.draw(product, 100);
      long near = 0;
      for (int i = 0; i < 10_000; i++) {
        near += distance(image.getRGB(i % 100, i / 100), product.colour().rgb()) < 110 ? 1 : 0;
      }
      assertTrue(near > 150, product.name().en() + ": " + near);
    }
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
