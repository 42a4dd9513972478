package org.marquetry.lib.mime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.marquetry.channel.api.Permit;

/// What makes a message the same message: campaign, step, customer.
///
/// @param hash 32 hexadecimal digits
/// @param folder readable name for the campaign's folder
/// @param file readable name of the file, unique by the hash
public record MessageKey(String hash, String folder, String file) {
  private static final int READABLE = 40;

  /// The key of the message that a permit is for.
  public static MessageKey of(Permit permit) {
    String campaign = permit.campaign().value();
    String customer = permit.customer().value();
    String hash = hash(List.of(campaign, permit.step(), customer));
    String folder = readable(campaign);
    if (!folder.equals(campaign)) {
      folder = folder + "-" + hash(List.of(campaign)).substring(0, 8);
    }
    String file = readable(permit.step()) + "-" + readable(customer) + "-" + hash.substring(0, 12);
    return new MessageKey(hash, folder, file + ".eml");
  }

  private static String readable(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9_-]", "_");
    return safe.substring(0, Math.min(READABLE, safe.length()));
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0xff);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
