package org.marquetry.settings.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.marquetry.lib.home.DurableFile;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;

/// Seals secrets with AES-GCM under a key of the home, and reads them again.
///
/// The key lies beside the data, not in it: a copy of the data or of a backup tells nothing. Who
/// reads the whole home as the suite does reads the secrets too.
final class Secrets {
  /// Name of the key's file in the home.
  static final String KEY_FILE = "settings.key";

  private static final String SEALED = "sealed:";
  private static final String VARIABLE = "env:";
  private static final String FILE = "file:";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path home;
  private final Map<String, String> environment;
  private final SecureRandom random = new SecureRandom();

  Secrets(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /// Whether a value says where a secret stands instead of being one.
  static boolean isReference(String value) {
    return value.startsWith(VARIABLE) || value.startsWith(FILE);
  }

  /// Whether a value is a secret that was sealed here.
  static boolean isSealed(String value) {
    return value.startsWith(SEALED);
  }

  /// Whether a value is what is kept of a secret.
  static boolean isOne(String value) {
    return isSealed(value) || isReference(value);
  }

  /// Seal a secret, so that it opens in its own place only.
  ///
  /// @param place component and key
  synchronized String seal(String secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        done(Cipher.ENCRYPT_MODE, key(true), nonce, place, secret.getBytes(StandardCharsets.UTF_8));
    byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    return SEALED + Base64.getEncoder().encodeToString(all);
  }

  /// The secret itself.
  ///
  /// @param kept what [#seal] gave, or a reference
  /// @throws Rejected saying why there is none
  String open(String kept, String place) {
    if (kept.startsWith(VARIABLE)) {
      return variable(kept.substring(VARIABLE.length()));
    }
    if (kept.startsWith(FILE)) {
      return line(home.resolve("etc").resolve(kept.substring(FILE.length())));
    }
    ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(kept.substring(SEALED.length())));
    byte[] nonce = new byte[NONCE_BYTES];
    all.get(nonce);
    byte[] sealed = new byte[all.remaining()];
    all.get(sealed);
    byte[] plain = done(Cipher.DECRYPT_MODE, key(false), nonce, place, sealed);
    return new String(plain, StandardCharsets.UTF_8);
  }

  private String variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(v -> !v.isEmpty())
        .orElseThrow(() ->
            new Rejected(
                new Words(
                    "指向环境变量 " + name + "，但它没有设置；请设置后重新启动",
                    "names the environment variable "
                        + name
                        + ", which is not set; set it and start again")));
  }

  private static String line(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (!lines.isEmpty() && !lines.getFirst().isBlank()) {
        return lines.getFirst().strip();
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    throw new Rejected(
        new Words(
            "指向文件 " + file + "，但它是空的；请把密钥写在第一行",
            "names the file " + file + ", which is empty; write the secret on its first line"));
  }

  private static Rejected unreadable(Path file, IOException e) {
    return new Rejected(
        new Words(
            "指向文件 " + file + "，但无法读取；请检查路径和权限",
            "names the file " + file + ", which cannot be read; check its path and permissions"),
        e);
  }

  /// @throws Rejected if what is opened was sealed with another key or for another place
  private static byte[] done(int mode, byte[] key, byte[] nonce, String place, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new Rejected(
          new Words(
              "是用另一个密钥文件加密的；请重新设置它",
              "was sealed with another key file than " + KEY_FILE + "; set it again"),
          e);
    }
  }

  /// @param make whether it is made when there is none
  private byte[] key(boolean make) {
    DurableFile file = new DurableFile(home.resolve(KEY_FILE));
    try {
      Optional<String> kept = file.read();
      if (kept.isPresent()) {
        return Base64.getDecoder().decode(kept.get().strip());
      }
      if (!make) {
        throw new Rejected(
            new Words(
                "的密钥文件 " + KEY_FILE + " 不见了；请从备份恢复，或重新设置",
                "needs the key file "
                    + KEY_FILE
                    + " of the home, which is gone; bring it back from a backup or set the secret"
                    + " again"));
      }
      byte[] key = new byte[KEY_BYTES];
      random.nextBytes(key);
      file.write(Base64.getEncoder().encodeToString(key) + "\n");
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("the key file " + KEY_FILE + " of the home fails", e);
    }
  }
}
