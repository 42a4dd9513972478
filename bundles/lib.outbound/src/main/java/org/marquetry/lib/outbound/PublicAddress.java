package org.marquetry.lib.outbound;

import java.net.InetAddress;
import java.util.Arrays;

/// Tells addresses of the public internet from all others.
///
/// Source: the special-purpose address registries, RFC 6890 and its updates.
final class PublicAddress {
  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] b = address.getAddress();
    return b.length == 4 ? isPublic4(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff) : isPublic6(b);
  }

  private static boolean isPublic4(int a, int b, int c) {
    boolean special =
        a == 0
            || a == 10
            || a == 127
            || a >= 224
            || (a == 100 && b >= 64 && b < 128) // shared by providers
            || (a == 169 && b == 254)
            || (a == 172 && b >= 16 && b < 32)
            || (a == 192 && b == 0 && (c == 0 || c == 2))
            || (a == 192 && b == 88 && c == 99)
            || (a == 192 && b == 168)
            || (a == 198 && (b == 18 || b == 19))
            || (a == 198 && b == 51 && c == 100)
            || (a == 203 && b == 0 && c == 113);
    return !special;
  }

  /// Only 2000::/3 is given out; within it, those that carry an IPv4 address, Teredo and the
  /// documentation are not taken.
  private static boolean isPublic6(byte[] b) {
    boolean global = (b[0] & 0xe0) == 0x20;
    boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
    boolean special = b[0] == 0x20 && b[1] == 0x01 && (b[2] & 0xfe) == 0;
    boolean documentation =
        Arrays.equals(b, 0, 4, new byte[] {0x20, 0x01, 0x0d, (byte) 0xb8}, 0, 4)
            || (b[0] == 0x3f && (b[1] & 0xff) == 0xff);
    return global && !sixToFour && !special && !documentation;
  }
}
