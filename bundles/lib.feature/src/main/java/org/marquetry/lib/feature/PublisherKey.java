package org.marquetry.lib.feature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// The public Ed25519 key of a publisher.
///
/// @param text its X.509 form in Base64, as people pass it on
public record PublisherKey(String text) {
  static final String ALGORITHM = "Ed25519";
  private static final int ID_BYTES = 8;

  /// Check that it is one.
  ///
  /// @throws IllegalArgumentException if it is none
  public PublisherKey {
    text = text.strip();
    key(text);
  }

  static PublisherKey of(PublicKey key) {
    return new PublisherKey(Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  /// The short name by which people tell it from others: 16 hexadecimal digits of its SHA-256.
  public String id() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key(text).getEncoded());
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /// Whether it signed these bytes.
  public boolean signed(byte[] bytes, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key(text));
      check.update(bytes);
      return check.verify(signature);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  private static PublicKey key(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "a public key is the 60 characters that `key new` printed, got \"" + text + "\"", e);
    }
  }
}
