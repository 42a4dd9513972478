package org.marquetry.channel.outbox;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.marquetry.channel.api.Permit;

/// Signs the links that end messages, so that nobody can unsubscribe somebody else by guessing.
///
/// A token is `base64url(customer LF campaign) . base64url(HMAC-SHA256, first 16 bytes)`.
final class LinkSigner {
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 16;

  private final byte[] key;

  private LinkSigner(byte[] key) {
    this.key = key;
  }

  /// Read the key, or make one that only this account can read.
  static LinkSigner withKeyIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] fresh = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(fresh);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, fresh, StandardOpenOption.SYNC);
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != KEY_BYTES) {
      throw new IOException(
          file
              + " must hold a key of "
              + KEY_BYTES
              + " bytes, got "
              + key.length
              + "; remove it to make a new one (links in mails already written stop working)");
    }
    return new LinkSigner(key);
  }

  URI link(URI page, Permit permit) {
    byte[] who = (permit.customer() + "\n" + permit.campaign()).getBytes(StandardCharsets.UTF_8);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String token = base64.encodeToString(who) + "." + base64.encodeToString(sign(who));
    return URI.create(page + (page.getQuery() == null ? "?" : "&") + "t=" + token);
  }

  private byte[] sign(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal(bytes), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
