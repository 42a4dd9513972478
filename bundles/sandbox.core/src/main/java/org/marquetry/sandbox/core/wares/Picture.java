package org.marquetry.sandbox.core.wares;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/// Draws products from their attributes: the same product is always the same picture.
public final class Picture {
  private static final Color WOOD = Tint.of(0xC49A6C);
  private static final Color METAL = Tint.of(0xB9BEC5);
  private static final Color NEAR_BLACK = Tint.of(0x33313A);
  private static final Color CREAM = Tint.of(0xF7F1E5);
  private static final Color GLASS = Tint.of(0xDCE9EE);

  private final Graphics2D g;
  private final Product product;
  private final Color body;
  private final Color accent;

  private Picture(Graphics2D g, Product product) {
    this.g = g;
    this.product = product;
    body = Tint.of(product.colour().rgb());
    accent = accent(body, Tint.of(product.accent().rgb()));
  }

  /// Draw a product.
  ///
  /// @param size width and height in pixels, 16 to 2,000
  /// @return a PNG
  public static byte[] png(Product product, int size) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(draw(product, size), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory cannot fail to be written
    }
  }

  /// Draw a product as a file that is fast to write and to read, and large.
  ///
  /// @param size width and height in pixels, 16 to 2,000
  public static byte[] bmp(Product product, int size) {
    return Bitmap.of(draw(product, size));
  }

  static BufferedImage draw(Product product, int size) {
    if (size < 16 || size > 2_000) {
      throw new IllegalArgumentException("size must be 16 to 2000, got " + size);
    }
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(size / 800.0, size / 800.0);
    new Picture(g, product).draw();
    g.dispose();
    return image;
  }

  private void draw() {
    background();
    var untilted = g.getTransform();
    double tilt = new SplittableRandom(hash()).nextDouble() - 0.5;
    g.rotate(Math.toRadians(5 * tilt), 400, 430);
    g.translate(400, 700);
    g.scale(1.1, 1.1);
    g.translate(-400, -672);
    for (Layer layer : Drawings.of(product)) {
      paint(layer);
    }
    g.setTransform(untilted);
    mark();
  }

  private int hash() {
    return product.id().hashCode();
  }

  /// An accent that can be told from the body.
  private static Color accent(Color body, Color wish) {
    double apart = Tint.lightness(body) - Tint.lightness(wish);
    if (Math.abs(apart) > 0.16) {
      return wish;
    }
    return Tint.lightness(body) > 0.5 ? Tint.darker(wish, 0.45) : Tint.lighter(wish, 0.55);
  }

  private void background() {
    Color tone = Tint.mix(Tint.mix(Tint.of(0xFAF6F0), accent, 0.09), body, 0.05);
    if (Tint.lightness(body) > 0.85) {
      tone = Tint.darker(tone, 0.08);
    }
    Color edge = Tint.darker(tone, 0.055);
    g.setPaint(
        new RadialGradientPaint(
            400, 340, 560, new float[] {0, 1}, new Color[] {Tint.lighter(tone, 0.45), edge}));
    g.fill(new Rectangle2D.Double(0, 0, 800, 800));
    g.setPaint(
        new RadialGradientPaint(
            400,
            700,
            300,
            new float[] {0, 1},
            new Color[] {new Color(40, 30, 30, 60), new Color(40, 30, 30, 0)}));
    var flat = g.getTransform();
    g.translate(0, 700);
    g.scale(1, 0.12);
    g.translate(0, -700);
    g.fill(new Ellipse2D.Double(100, 400, 600, 600));
    g.setTransform(flat);
  }

  private void paint(Layer layer) {
    Color dark = Tint.darker(body, Tint.lightness(body) > 0.2 ? 0.34 : 0);
    switch (layer.paint()) {
      case 'F' -> cloth(layer.shape(), true);
      case 'P' -> cloth(layer.shape(), false);
      case 'A' -> solid(layer.shape(), accent);
      case 'D' -> solid(layer.shape(), Tint.lightness(body) > 0.2 ? dark : Tint.darker(body, 0.5));
      case 'L' -> solid(layer.shape(), Tint.lighter(body, 0.38));
      case 'W' -> solid(layer.shape(), WOOD);
      case 'M' -> solid(layer.shape(), METAL);
      case 'K' -> solid(layer.shape(), NEAR_BLACK);
      case 'C' -> solid(layer.shape(), CREAM);
      case 'G' -> solid(layer.shape(), GLASS);
      case 'S' -> stroke(layer, line());
      case 'T' -> stitches(layer);
      case 'H' -> stroke(layer, Tint.of(0xFBF8F2));
      default -> throw new IllegalStateException("no paint " + layer.paint());
    }
  }

  private Color line() {
    return Tint.lightness(body) > 0.2 ? Tint.darker(body, 0.36) : Tint.lighter(body, 0.26);
  }

  private void cloth(Shape shape, boolean printed) {
    g.setColor(body);
    g.fill(shape);
    if (printed && product.pattern() != Pattern.SOLID) {
      Shape clip = g.getClip();
      g.clip(shape);
      Color second =
          Tint.lightness(body) > 0.55 ? Tint.darker(accent, 0.35) : Tint.lighter(accent, 0.6);
      new Print(g, accent, second, new SplittableRandom(hash())).draw(product.pattern());
      g.setClip(clip);
    }
    shade(shape, body);
  }

  private void solid(Shape shape, Color colour) {
    g.setColor(colour);
    g.fill(shape);
    shade(shape, colour);
  }

  /// Light from the upper left, and an edge.
  private void shade(Shape shape, Color colour) {
    Rectangle2D box = shape.getBounds2D();
    float left = (float) box.getMinX();
    float right = (float) Math.max(box.getMaxX(), box.getMinX() + 1);
    g.setPaint(
        new LinearGradientPaint(
            left,
            (float) box.getMinY(),
            right,
            (float) box.getMinY() + 1,
            new float[] {0, 0.28f, 0.6f, 1},
            new Color[] {
              new Color(0, 0, 0, 30),
              new Color(255, 255, 255, 48),
              new Color(0, 0, 0, 6),
              new Color(0, 0, 0, 64)
            }));
    g.fill(shape);
    g.setPaint(
        new GradientPaint(
            0,
            (float) box.getMinY(),
            new Color(255, 255, 255, 26),
            0,
            (float) box.getMaxY(),
            new Color(0, 0, 0, 34)));
    g.fill(shape);
    g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(Tint.clear(Tint.darker(colour, 0.5), 0.65));
    g.draw(shape);
  }

  private void stroke(Layer layer, Color colour) {
    boolean thick = layer.width() >= 7;
    if (thick) {
      g.setStroke(
          new BasicStroke(layer.width() + 4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.setColor(Tint.darker(colour, 0.35));
      g.draw(layer.shape());
    }
    g.setStroke(new BasicStroke(layer.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(thick ? colour : Tint.clear(colour, 0.75));
    g.draw(layer.shape());
  }

  private void stitches(Layer layer) {
    g.setStroke(
        new BasicStroke(
            layer.width(),
            BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND,
            1,
            new float[] {9, 8},
            0));
    g.setColor(Tint.clear(Tint.lighter(body, 0.65), 0.85));
    g.draw(layer.shape());
  }

  /// The mark of the brand in the corner: its colour, and a figure of its own.
  private void mark() {
    String name = product.brand().words().en().toLowerCase(Locale.ROOT);
    int corners = 3 + name.charAt(0) % 5;
    g.setColor(Tint.of(product.brand().rgb()));
    g.fill(new Ellipse2D.Double(36, 36, 76, 76));
    g.setColor(CREAM);
    Path2D figure = new Path2D.Double();
    boolean star = name.length() % 2 == 0;
    int points = star ? 2 * corners : corners;
    for (int i = 0; i < points; i++) {
      double radius = star && i % 2 == 1 ? 11 : 25;
      double angle = -Math.PI / 2 + i * 2 * Math.PI / points + name.charAt(2) % 3 * 0.35;
      double x = 74 + radius * Math.cos(angle);
      double y = 74 + radius * Math.sin(angle);
      if (i == 0) {
        figure.moveTo(x, y);
      } else {
        figure.lineTo(x, y);
      }
    }
    figure.closePath();
    g.fill(figure);
    g.setColor(Tint.of(product.brand().rgb()));
    double dot = 4 + name.charAt(1) % 4 * 2;
    g.fill(new Ellipse2D.Double(74 - dot, 74 - dot, 2 * dot, 2 * dot));
  }
}
