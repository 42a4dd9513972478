package org.marquetry.sandbox.core.wares;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Scanner;

/// One layer of a drawing, as `drawings.txt` says it.
///
/// @param paint the letter of what it is painted as
/// @param width of a stroke, else 0
record Layer(char paint, float width, Shape shape) {
  private static final String STROKES = "STH";

  static Layer of(String line) {
    boolean mirrored = line.charAt(0) == '2';
    String rest = mirrored ? line.substring(1) : line;
    char paint = rest.charAt(0);
    boolean stroke = STROKES.indexOf(paint) >= 0;
    String tail = rest.substring(1).strip();
    int blank = stroke ? tail.indexOf(' ') : 0;
    float width = stroke ? Float.parseFloat(tail.substring(0, blank)) : 0;
    Path2D path = path(tail.substring(blank));
    return new Layer(paint, width, mirrored ? both(path, stroke) : path);
  }

  private static Shape both(Path2D half, boolean stroke) {
    AffineTransform mirror = new AffineTransform(-1, 0, 0, 1, 800, 0);
    if (stroke) {
      half.append(mirror.createTransformedShape(half), false);
      return half;
    }
    Area area = new Area(half);
    area.add(new Area(mirror.createTransformedShape(half)));
    return area;
  }

  private static Path2D path(String text) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    try (Scanner in = new Scanner(text.replaceAll("([A-Z])", " $1 "))) {
      while (in.hasNext()) {
        add(path, in.next().charAt(0), in);
      }
    }
    return path;
  }

  private static void add(Path2D path, char command, Scanner in) {
    switch (command) {
      case 'M' -> path.moveTo(n(in), n(in));
      case 'L' -> path.lineTo(n(in), n(in));
      case 'Q' -> path.quadTo(n(in), n(in), n(in), n(in));
      case 'C' -> path.curveTo(n(in), n(in), n(in), n(in), n(in), n(in));
      case 'Z' -> path.closePath();
      case 'E' -> {
        double x = n(in);
        double y = n(in);
        double a = n(in);
        double b = n(in);
        path.append(new Ellipse2D.Double(x - a, y - b, 2 * a, 2 * b), false);
      }
      case 'R' -> {
        double x = n(in);
        double y = n(in);
        double w = n(in);
        double h = n(in);
        double r = n(in);
        path.append(new RoundRectangle2D.Double(x, y, w, h, 2 * r, 2 * r), false);
      }
      default -> throw new IllegalStateException("no path command: " + command);
    }
  }

  private static double n(Scanner in) {
    return Double.parseDouble(in.next());
  }
}
