package org.marquetry.lib.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Arrays of a model as bytes, the largest first byte first, each after its length; for
/// [org.marquetry.recommend.spi.Model#write].
public final class Kept {
  private static final int PIECE = 1 << 14;

  private Kept() {}

  /// Check the number that says how a model was written.
  ///
  /// @throws IOException if it is another one
  public static void check(DataInput from, int format) throws IOException {
    int written = from.readInt();
    if (written != format) {
      throw new IOException("the model has format " + written + ", known is " + format);
    }
  }

  /// Write some numbers.
  public static void write(int[] numbers, DataOutput to) throws IOException {
    to.writeInt(numbers.length);
    ByteBuffer piece = ByteBuffer.allocate(PIECE * Integer.BYTES);
    for (int k = 0; k < numbers.length; k += PIECE) {
      int n = Math.min(PIECE, numbers.length - k);
      piece.asIntBuffer().put(numbers, k, n);
      to.write(piece.array(), 0, n * Integer.BYTES);
    }
  }

  /// Write some numbers.
  public static void write(float[] numbers, DataOutput to) throws IOException {
    to.writeInt(numbers.length);
    ByteBuffer piece = ByteBuffer.allocate(PIECE * Float.BYTES);
    for (int k = 0; k < numbers.length; k += PIECE) {
      int n = Math.min(PIECE, numbers.length - k);
      piece.asFloatBuffer().put(numbers, k, n);
      to.write(piece.array(), 0, n * Float.BYTES);
    }
  }

  /// Read as many numbers as there should be.
  ///
  /// @throws IOException if there are more or fewer
  public static int[] ints(DataInput from, int length) throws IOException {
    checkLength(from, length);
    int[] numbers = new int[length];
    ByteBuffer piece = ByteBuffer.allocate(PIECE * Integer.BYTES);
    for (int k = 0; k < length; k += PIECE) {
      int n = Math.min(PIECE, length - k);
      from.readFully(piece.array(), 0, n * Integer.BYTES);
      piece.asIntBuffer().get(numbers, k, n);
    }
    return numbers;
  }

  /// Read as many numbers as there should be.
  ///
  /// @throws IOException if there are more or fewer
  public static float[] floats(DataInput from, int length) throws IOException {
    checkLength(from, length);
    float[] numbers = new float[length];
    ByteBuffer piece = ByteBuffer.allocate(PIECE * Float.BYTES);
    for (int k = 0; k < length; k += PIECE) {
      int n = Math.min(PIECE, length - k);
      from.readFully(piece.array(), 0, n * Float.BYTES);
      piece.asFloatBuffer().get(numbers, k, n);
    }
    return numbers;
  }

  private static void checkLength(DataInput from, int length) throws IOException {
    int written = from.readInt();
    if (written != length) {
      throw new IOException("there should be " + length + " numbers, and there are " + written);
    }
  }
}
