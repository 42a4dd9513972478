package org.marquetry.sandbox.core.wares;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Draws products from their attributes.
public final class Picture {
  private Picture() {}

  /// Draw a product.
  ///
  /// @param size width and height in pixels, 16 to 2,000
  /// @return a PNG
  public static byte[] png(Product product, int size) {
    if (size < 16 || size > 2_000) {
      throw new IllegalArgumentException("size must be 16 to 2000, got " + size);
    }
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(product.colour().rgb()));
    g.fillRect(0, 0, size, size);
    g.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory cannot fail to be written
    }
  }
}
