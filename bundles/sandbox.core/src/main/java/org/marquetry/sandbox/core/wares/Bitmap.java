package org.marquetry.sandbox.core.wares;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes a picture as a BMP of 24 bits a pixel, in a fraction of the time that ImageIO's writer
/// needs, which asks for each pixel by itself.
final class Bitmap {
  private static final int HEADERS = 14 + 40;
  private static final int PIXELS_PER_METRE = 2_835; // 72 an inch

  private Bitmap() {}

  /// @param image of type [BufferedImage#TYPE_INT_RGB], not a part of another
  static byte[] of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int row = (3 * width + 3) & ~3; // in whole words
    ByteBuffer file =
        ByteBuffer.allocate(HEADERS + row * height)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 'B')
            .put((byte) 'M')
            .putInt(HEADERS + row * height)
            .putInt(0)
            .putInt(HEADERS)
            .putInt(40)
            .putInt(width)
            .putInt(height)
            .putShort((short) 1)
            .putShort((short) 24)
            .putInt(0)
            .putInt(row * height)
            .putInt(PIXELS_PER_METRE)
            .putInt(PIXELS_PER_METRE)
            .putLong(0);
    byte[] bytes = file.array();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < height; y++) {
      int at = HEADERS + (height - 1 - y) * row; // from the bottom up
      for (int x = 0; x < width; x++, at += 3) {
        int rgb = pixels[y * width + x];
        bytes[at] = (byte) rgb;
        bytes[at + 1] = (byte) (rgb >> 8);
        bytes[at + 2] = (byte) (rgb >> 16);
      }
    }
    return bytes;
  }
}
