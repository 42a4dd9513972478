package com.example.sample;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/// Where messages go, and whether they may: whoever types an address must not reach, through this
/// machine, what only this machine may reach (SSRF).
///
/// A name may lead somewhere else after it was checked. With https, whoever answers there must
/// prove the name by a certificate, so it gets no message.
record SampleAddress(URI uri, boolean inside) {
  private static final int PRIVATE_V6 = 0xfc; // fc00::/7
  private static final int SHARED_V4 = 100; // 100.64.0.0/10, of providers

  /// @throws IllegalArgumentException saying what is wrong
  static SampleAddress of(String text, boolean inside) {
    URI uri = URI.create(text.strip());
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean known = scheme.equals("https") || (inside && scheme.equals("http"));
    if (!known || uri.getHost() == null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address must be https:// with a host and no user, as https://hooks.example.com/messages");
    }
    return new SampleAddress(uri, inside);
  }

  /// Look up the host.
  ///
  /// @throws IllegalArgumentException if it is inside the own network and must not be
  /// @throws UnknownHostException if there is none
  void check() throws UnknownHostException {
    if (inside) {
      return;
    }
    for (InetAddress one : InetAddress.getAllByName(uri.getHost())) {
      if (!isPublic(one)) {
        throw new IllegalArgumentException(
            uri.getHost() + " is not on the public internet; \"Receiver inside\" allows that");
      }
    }
  }

  private static boolean isPublic(InetAddress one) {
    byte[] bytes = one.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean special =
        one.isAnyLocalAddress()
            || one.isLoopbackAddress()
            || one.isLinkLocalAddress()
            || one.isSiteLocalAddress()
            || one.isMulticastAddress();
    if (one instanceof Inet6Address) {
      return !special && (first & 0xfe) != PRIVATE_V6 && (first & 0xe0) == 0x20; // 2000::/3
    }
    boolean shared = first == SHARED_V4 && (second & 0xc0) == 64;
    boolean tests = first == 198 && (second & 0xfe) == 18;
    return !special && !shared && !tests && first != 0 && first < 224 && !(first == 192 && second == 0);
  }
}
