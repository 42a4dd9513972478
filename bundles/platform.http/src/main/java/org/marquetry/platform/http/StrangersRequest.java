package org.marquetry.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.http.OpenRequest;

/// A stranger's request whose body was read.
record StrangersRequest(HttpServletRequest http, String body) implements OpenRequest {
  @Override
  public String method() {
    return http.getMethod();
  }

  @Override
  public String path() {
    return http.getPathInfo() == null ? "/" : http.getPathInfo();
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(http.getParameter(name));
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(http.getHeader(name));
  }

  @Override
  public String from() {
    return from(http.getRemoteAddr(), http.getHeader("X-Forwarded-For"));
  }

  /// Only a proxy on this machine is believed, and only the last address: the proxy itself added
  /// it, what stands before was sent by the stranger.
  static String from(String peer, @Nullable String forwarded) {
    if (forwarded == null || !isLoopback(peer)) {
      return peer;
    }
    String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return last.isEmpty() || last.length() > 64 ? peer : last;
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
