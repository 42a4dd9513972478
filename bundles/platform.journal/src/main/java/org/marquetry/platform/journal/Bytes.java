package org.marquetry.platform.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A growing array of bytes with varints.
final class Bytes {
  private byte[] array;
  private int size;

  Bytes(int capacity) {
    array = new byte[capacity];
  }

  static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = in.get();
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number has more than 10 bytes");
  }

  int size() {
    return size;
  }

  /// The array behind; its first [#size] bytes count.
  byte[] array() {
    return array;
  }

  void clear(int newSize) {
    size = newSize;
  }

  void put(int b) {
    need(1);
    array[size++] = (byte) b;
  }

  void put(byte[] bytes) {
    need(bytes.length);
    System.arraycopy(bytes, 0, array, size, bytes.length);
    size += bytes.length;
  }

  void varint(long value) {
    need(10);
    long v = value;
    while ((v & ~0x7fL) != 0) {
      array[size++] = (byte) (v | 0x80);
      v >>>= 7;
    }
    array[size++] = (byte) v;
  }

  byte[] toArray() {
    return Arrays.copyOf(array, size);
  }

  private void need(int more) {
    if (array.length - size < more) {
      array = Arrays.copyOf(array, Math.max(size + more, array.length * 2));
    }
  }
}
