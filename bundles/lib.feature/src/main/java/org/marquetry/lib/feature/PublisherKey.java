package org.marquetry.lib.feature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

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
    return Checksums.of(key(text).getEncoded()).substring(0, 2 * ID_BYTES);
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
      throw new InvalidValue(
          "公钥是 `key new` 输出的 60 个字符，实际为“" + text + "”",
          "a public key is the 60 characters that `key new` printed, got \"" + text + "\"",
          e);
    }
  }
}
