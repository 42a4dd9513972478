package org.marquetry.data.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A picture that the suite keeps, named by what is in it.
///
/// @param hash SHA-256 of the kept file, 64 digits of lower case hexadecimal
public record Picture(String hash) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern FILE = Pattern.compile("([0-9a-f]{64})-([a-z]+)\\.jpg");

  /// In which sizes a picture is served: the longer side has at most so many pixels, and no picture
  /// is made larger.
  public enum Size {
    /// A line of a table.
    THUMB(160),
    /// A tile, or a mail.
    LIST(400),
    /// A product's own page.
    FULL(800);

    private final int pixels;

    Size(int pixels) {
      this.pixels = pixels;
    }

    /// The longer side, in pixels.
    public int pixels() {
      return pixels;
    }
  }

  public Picture {
    if (!isHash(hash)) {
      throw new IllegalArgumentException("hash must have 64 digits 0-9a-f, got " + hash);
    }
  }

  /// Tell whether a text can be the hash of a picture.
  public static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  /// The name of its file in one size, which never stands for another picture.
  public String file(Size size) {
    return hash + "-" + size.name().toLowerCase(Locale.ROOT) + ".jpg";
  }

  /// The path below the suite's own address, beginning with a slash.
  public String path(Size size) {
    return "/files/pictures/" + file(size);
  }

  /// A picture in one size.
  public record Sized(Picture picture, Size size) {}

  /// Read the name of a file; empty when it cannot be one.
  public static Optional<Sized> ofFile(String name) {
    Matcher file = FILE.matcher(name);
    if (!file.matches()) {
      return Optional.empty();
    }
    for (Size size : Size.values()) {
      if (size.name().toLowerCase(Locale.ROOT).equals(file.group(2))) {
        return Optional.of(new Sized(new Picture(file.group(1)), size));
      }
    }
    return Optional.empty();
  }
}
