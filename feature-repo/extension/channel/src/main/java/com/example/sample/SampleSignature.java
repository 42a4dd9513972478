package com.example.sample;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs messages as Standard Webhooks say: HMAC-SHA-256 over id, time and body, so that a receiver
/// knows who sent it, that nobody changed it, and that it is not an old one.
final class SampleSignature {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST = 24;
  private static final int MOST = 64;

  private final SecretKeySpec key;

  /// @param secret `whsec_` and 24 to 64 bytes in base64
  /// @throws IllegalArgumentException saying what is wrong, without the secret
  SampleSignature(String secret) {
    String text = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the secret is not base64 after " + PREFIX);
    }
    if (bytes.length < LEAST || bytes.length > MOST) {
      throw new IllegalArgumentException(
          "the secret must have " + LEAST + " to " + MOST + " bytes, it has " + bytes.length);
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /// The value of the header `webhook-signature`.
  ///
  /// @param seconds since 1970, as in the header `webhook-timestamp`
  String of(String id, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
