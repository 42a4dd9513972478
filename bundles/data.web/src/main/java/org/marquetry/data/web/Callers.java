package org.marquetry.data.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who calls, for an hour after their last request and in memory only: an address and agent are
/// known by a hash with a random salt that goes with the process, so nothing of them is stored.
final class Callers {
  private static final int MOST = 50_000;
  private static final long FORGOTTEN = 3_600_000; // ms

  private record Seen(Recent recent, long at) {}

  private final byte[] salt = new byte[16];
  private final Map<String, Seen> seen = new LinkedHashMap<>(16, 0.75f, true);

  Callers() {
    new SecureRandom().nextBytes(salt);
  }

  /// @param who a visitor id, or [#name] of an address and agent
  /// @param now milliseconds
  synchronized Recent recent(String who, long now) {
    Seen before = seen.get(who);
    Recent recent = before == null || now - before.at > FORGOTTEN ? new Recent() : before.recent;
    seen.put(who, new Seen(recent, now));
    forgetOld(now);
    return recent;
  }

  private void forgetOld(long now) {
    Iterator<Seen> oldest = seen.values().iterator();
    while (oldest.hasNext()) {
      Seen next = oldest.next();
      if (seen.size() <= MOST && now - next.at <= FORGOTTEN) {
        return;
      }
      oldest.remove();
    }
  }

  String name(String address, String agent) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update((address + "\n" + agent).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
