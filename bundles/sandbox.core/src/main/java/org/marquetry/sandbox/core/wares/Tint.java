package org.marquetry.sandbox.core.wares;

import java.awt.Color;

/// Arithmetic of colours.
final class Tint {
  private Tint() {}

  static Color of(int rgb) {
    return new Color(rgb);
  }

  /// Mix two colours.
  ///
  /// @param share of the second, in [0, 1]
  static Color mix(Color a, Color b, double share) {
    return new Color(
        (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
        (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
        (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
  }

  static Color darker(Color colour, double share) {
    return mix(colour, Color.BLACK, share);
  }

  static Color lighter(Color colour, double share) {
    return mix(colour, Color.WHITE, share);
  }

  static Color clear(Color colour, double opacity) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
  }

  /// In [0, 1].
  static double lightness(Color colour) {
    return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
  }
}
