package org.marquetry.data.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.marquetry.data.api.PictureRefused;
import org.marquetry.data.api.PictureRefused.Reason;

class SafePictureTest {
  static byte[] file(int width, int height, String format) throws IOException {
    BufferedImage image =
        new BufferedImage(
            width,
            height,
            format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, bytes));
    return bytes.toByteArray();
  }

  private static BufferedImage kept(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(SafePicture.read(new ByteArrayInputStream(file))));
  }

  private static Reason refused(byte[] file) {
    return assertThrows(
            PictureRefused.class, () -> SafePicture.read(new ByteArrayInputStream(file)))
        .reason();
  }

  @Test
  void everyFormatIsKeptAsJpegOfAtMost800PixelsOnWhite() throws IOException {
    for (String format : new String[] {"jpeg", "png", "gif", "bmp"}) {
      BufferedImage kept = kept(file(1000, 500, format));
      assertEquals(800, kept.getWidth(), format);
      assertEquals(400, kept.getHeight(), format);
      assertTrue(near(Color.RED, kept.getRGB(100, 200)), format);
    }
    BufferedImage clear = kept(file(300, 200, "png"));
    assertEquals(300, clear.getWidth(), "a small picture is not made larger");
    assertTrue(near(Color.WHITE, clear.getRGB(280, 100)), "what is clear is white");
    BufferedImage tall = kept(file(10, 9_000, "png"));
    assertEquals(800, tall.getHeight());
    assertEquals(1, tall.getWidth());
  }

  @Test
  void aLargePictureLosesNothingButPixels() throws IOException {
    BufferedImage kept = kept(file(6000, 6000, "jpeg"));
    assertEquals(800, kept.getWidth());
    assertTrue(near(Color.RED, kept.getRGB(395, 400)));
    assertTrue(near(Color.BLACK, kept.getRGB(405, 400)));
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertEquals(Reason.NO_PICTURE, refused(new byte[0]));
    assertEquals(Reason.NO_PICTURE, refused("%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        Reason.NO_PICTURE, refused("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)));
    assertEquals(Reason.NO_PICTURE, refused("PK\3\4".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aDamagedOneIsRefused() throws IOException {
    byte[] png = file(500, 500, "png");
    assertEquals(Reason.DAMAGED, refused(Arrays.copyOf(png, 40)));
    byte[] bitten = png.clone();
    Arrays.fill(bitten, 45, bitten.length, (byte) 7);
    assertEquals(Reason.DAMAGED, refused(bitten));
  }

  @Test
  void aBombIsRefusedBeforeItUnfolds() {
    assertEquals(Reason.TOO_MANY_PIXELS, refused(pngHeader(30_000, 30_000)));
    assertEquals(Reason.TOO_MANY_PIXELS, refused(pngHeader(1, 2_000_000_000)));
    assertEquals(Reason.TOO_MANY_PIXELS, refused(pngHeader(19_000, 19_000)));
  }

  @Test
  void whatIsTooLongIsReadNoFurther() {
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 0;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            read[0] += length;
            return length;
          }
        };
    assertEquals(
        Reason.TOO_MANY_BYTES,
        assertThrows(PictureRefused.class, () -> SafePicture.read(endless)).reason());
    assertTrue(read[0] <= SafePicture.MAX_BYTES + 1, "read " + read[0]);
  }

  @Test
  void nothingOfTheFileButItsPixelsIsKept() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] jpeg = file(200, 200, "jpeg");
    file.write(jpeg, 0, 2);
    byte[] place = "Exif\0\0 GPS 31.2304 N secret-place".getBytes(StandardCharsets.ISO_8859_1);
    file.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (place.length + 2)});
    file.write(place);
    file.write(jpeg, 2, jpeg.length - 2);
    file.write("<script>alert('tail')</script>".getBytes(StandardCharsets.UTF_8));
    assertTrue(text(file.toByteArray()).contains("secret-place"));
    String kept = text(SafePicture.read(new ByteArrayInputStream(file.toByteArray())));
    assertFalse(kept.contains("secret-place"));
    assertFalse(kept.contains("script"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// A PNG that says how large it is and ends.
  private static byte[] pngHeader(int width, int height) {
    byte[] head =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put((byte) 8)
            .put((byte) 2)
            .array();
    CRC32 sum = new CRC32();
    sum.update(head);
    return ByteBuffer.allocate(8 + 4 + head.length + 4)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(head)
        .putInt((int) sum.getValue())
        .array();
  }

  private static boolean near(Color wanted, int rgb) {
    Color got = new Color(rgb);
    return Math.abs(wanted.getRed() - got.getRed()) < 40
        && Math.abs(wanted.getGreen() - got.getGreen()) < 40
        && Math.abs(wanted.getBlue() - got.getBlue()) < 40;
  }
}
