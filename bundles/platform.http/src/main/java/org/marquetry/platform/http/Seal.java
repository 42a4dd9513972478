package org.marquetry.platform.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Closes a kept answer with the caller's `Idempotency-Key`, which is not kept: an answer may hold
/// a new API key or personal data, and nobody but the caller can open it again. AES-256 in GCM.
final class Seal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();

  /// Name an answer by its key, without giving the key away.
  static String id(Replays.Key key) {
    return HexFormat.of().formatHex(sha256("id\n" + text(key)));
  }

  byte[] close(Replays.Key key, byte[] body) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, key, nonce, body, 0);
    byte[] sealed = Arrays.copyOf(nonce, NONCE + closed.length);
    System.arraycopy(closed, 0, sealed, NONCE, closed.length);
    return sealed;
  }

  byte[] open(Replays.Key key, byte[] sealed) {
    return run(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), sealed, NONCE);
  }

  private static byte[] run(int mode, Replays.Key key, byte[] nonce, byte[] text, int from) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          mode,
          new SecretKeySpec(sha256("body\n" + text(key)), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text, from, text.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a kept answer cannot be opened", e);
    }
  }

  private static String text(Replays.Key key) {
    return key.actor() + "\n" + key.operation() + "\n" + key.key();
  }

  static byte[] sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
