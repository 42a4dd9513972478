package com.example.sample;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.marquetry.recommend.spi.Interactions;

/// SHA-256 of what was learned, and of what it was learned from.
final class Hashes {
  private final MessageDigest digest;

  private Hashes() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(Interactions data) {
    Hashes hashes = new Hashes();
    for (int user = 0; user < data.users(); user++) {
      hashes.add(data.start(user));
      for (long entry = data.start(user); entry < data.start(user + 1); entry++) {
        hashes.add(data.item(entry));
        hashes.add(Float.floatToIntBits(data.weight(entry)));
      }
    }
    return hashes.hex();
  }

  static String of(List<Map<Integer, Integer>> together) {
    Hashes hashes = new Hashes();
    for (Map<Integer, Integer> item : together) {
      hashes.add(item.size());
      item.forEach((other, people) -> {
        hashes.add(other);
        hashes.add(people);
      });
    }
    return hashes.hex();
  }

  private void add(long value) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
