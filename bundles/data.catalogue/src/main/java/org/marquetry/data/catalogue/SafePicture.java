package org.marquetry.data.catalogue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.PictureRefused;
import org.marquetry.data.api.PictureRefused.Reason;

/// A picture that was read from a stranger's file and holds nothing of it but its pixels: sizes are
/// checked before they are unfolded, what stands beside the pixels (place, camera, scripts behind
/// the end) is left behind.
final class SafePicture {
  static final int MAX_BYTES = 10 << 20;
  static final long MAX_PIXELS = 40_000_000;

  private static final int MAX_SIDE = 20_000;
  private static final float QUALITY = 0.86f;
  private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "bmp");

  private SafePicture() {}

  /// Read a file, scaled to the largest size that is kept, and write it as JPEG on white.
  ///
  /// @throws PictureRefused if it is not what it should be
  static byte[] read(InputStream file) {
    try {
      byte[] bytes = file.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new PictureRefused(
            Reason.TOO_MANY_BYTES, "a picture must have at most " + MAX_BYTES + " bytes");
      }
      return jpeg(scaled(pixels(bytes), Picture.Size.FULL.pixels()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the picture's file did not come to its end: " + e.getMessage(), e);
    }
  }

  private static BufferedImage pixels(byte[] bytes) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            reader.setInput(in, true, true);
            return unfold(reader);
          }
        } finally {
          reader.dispose();
        }
      }
    }
    throw new PictureRefused(Reason.NO_PICTURE, "the file is no JPEG, PNG, GIF or BMP");
  }

  private static BufferedImage unfold(ImageReader reader) {
    try {
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
        throw new PictureRefused(
            Reason.TOO_MANY_PIXELS,
            "a picture must have at most "
                + MAX_PIXELS
                + " pixels and "
                + MAX_SIDE
                + " a side, got "
                + width
                + " x "
                + height);
      }
      ImageReadParam all = reader.getDefaultReadParam();
      // Every second, third, ... pixel is enough for a picture that is scaled down anyway.
      int step = Math.max(1, (int) (Math.min(width, height) / (2L * Picture.Size.FULL.pixels())));
      all.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, all);
    } catch (PictureRefused refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) { // the readers throw both for bad files
      throw new PictureRefused(Reason.DAMAGED, "the picture is damaged: " + damaged.getMessage());
    }
  }

  /// Scale down so that the longer side has at most `side` pixels, on white.
  static BufferedImage scaled(BufferedImage picture, int side) {
    double factor = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
    if (factor == 1 && isOpaque(picture.getType())) {
      return picture;
    }
    int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
    BufferedImage from = picture;
    // Halving first keeps what one jump would lose.
    while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
      from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
    }
    return drawn(from, width, height);
  }

  private static boolean isOpaque(int type) {
    return type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_3BYTE_BGR;
  }

  private static BufferedImage drawn(BufferedImage from, int width, int height) {
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = to.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(from, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    return to;
  }

  /// Write as JPEG.
  static byte[] jpeg(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
