package org.marquetry.sandbox.core.wares;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/// Draws a pattern over what the clip lets through.
final class Print {
  private static final int FROM = 60;
  private static final int TO = 760;

  private final Graphics2D g;
  private final Color ink;
  private final Color second;
  private final SplittableRandom random;
  private final double pitch;

  /// @param second colour of the small parts
  Print(Graphics2D g, Color ink, Color second, SplittableRandom random) {
    this.g = g;
    this.ink = ink;
    this.second = second;
    this.random = random;
    pitch = 34 + random.nextInt(34);
  }

  void draw(Pattern pattern) {
    g.setColor(ink);
    switch (pattern) {
      case SOLID -> {}
      case STRIPES -> stripes();
      case DOTS -> scatter(pitch, true, (x, y) -> dot(x, y, pitch * 0.2));
      case CHECKS -> checks();
      case FLORAL -> scatter(pitch * 1.7, false, this::flower);
      case LEAVES -> scatter(pitch * 1.5, false, this::leaf);
      case GEOMETRIC -> geometric();
      case STARS -> scatter(pitch * 1.5, true, this::star);
    }
  }

  private void stripes() {
    boolean across = random.nextBoolean();
    double width = pitch * (0.25 + 0.3 * random.nextDouble());
    for (double at = FROM; at < TO; at += pitch) {
      g.fill(
          across
              ? new Rectangle2D.Double(0, at, 800, width)
              : new Rectangle2D.Double(at, 0, width, 800));
    }
  }

  private void checks() {
    double step = pitch * 1.5;
    g.setColor(Tint.clear(ink, 0.5));
    for (double at = FROM; at < TO; at += step) {
      g.fill(new Rectangle2D.Double(0, at, 800, step / 2));
      g.fill(new Rectangle2D.Double(at, 0, step / 2, 800));
    }
    g.setColor(Tint.clear(second, 0.8));
    for (double at = FROM + step * 0.75; at < TO; at += step) {
      g.fill(new Rectangle2D.Double(0, at, 800, 3));
      g.fill(new Rectangle2D.Double(at, 0, 3, 800));
    }
  }

  private void geometric() {
    double step = pitch * 1.4;
    int row = 0;
    for (double y = FROM; y < TO; y += step / 2, row++) {
      for (double x = FROM + (row % 2) * step / 2; x < TO; x += step) {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(x, y - step * 0.4);
        diamond.lineTo(x + step * 0.22, y);
        diamond.lineTo(x, y + step * 0.4);
        diamond.lineTo(x - step * 0.22, y);
        diamond.closePath();
        g.setColor(row % 2 == 0 ? ink : second);
        g.fill(diamond);
      }
    }
  }

  private interface Motif {
    void at(double x, double y);
  }

  private void scatter(double step, boolean regular, Motif motif) {
    int row = 0;
    for (double y = FROM; y < TO; y += step * 0.86, row++) {
      for (double x = FROM + (row % 2) * step / 2; x < TO; x += step) {
        double play = regular ? 0 : step * 0.28;
        motif.at(x + play * (random.nextDouble() - 0.5), y + play * (random.nextDouble() - 0.5));
      }
    }
  }

  private void dot(double x, double y, double radius) {
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private void flower(double x, double y) {
    double size = pitch * (0.22 + 0.12 * random.nextDouble());
    double turn = random.nextDouble() * Math.PI;
    g.setColor(Tint.mix(ink, second, random.nextDouble() * 0.3));
    for (int petal = 0; petal < 5; petal++) {
      double angle = turn + petal * 2 * Math.PI / 5;
      dot(x + size * Math.cos(angle), y + size * Math.sin(angle), size * 0.72);
    }
    g.setColor(second);
    dot(x, y, size * 0.5);
    leafAt(x + size * 2.1, y + size * 1.2, size * 0.9, turn);
  }

  private void leaf(double x, double y) {
    g.setColor(random.nextInt(3) == 0 ? second : ink);
    leafAt(x, y, pitch * (0.45 + 0.2 * random.nextDouble()), random.nextDouble() * 2 * Math.PI);
  }

  private void leafAt(double x, double y, double size, double turn) {
    Path2D leaf = new Path2D.Double();
    leaf.moveTo(0, -size);
    leaf.quadTo(size * 0.7, -size * 0.1, 0, size);
    leaf.quadTo(-size * 0.7, -size * 0.1, 0, -size);
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(turn);
    g.fill(place.createTransformedShape(leaf));
  }

  private void star(double x, double y) {
    double size = pitch * (0.25 + 0.15 * random.nextDouble());
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? size : size * 0.42;
      double angle = -Math.PI / 2 + i * Math.PI / 5;
      double px = x + radius * Math.cos(angle);
      double py = y + radius * Math.sin(angle);
      if (i == 0) {
        star.moveTo(px, py);
      } else {
        star.lineTo(px, py);
      }
    }
    star.closePath();
    Shape shape = star;
    g.fill(shape);
  }
}
