package org.marquetry.data.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;

/// Where pages come from: scheme, host and port, as browsers write the header `Origin`.
final class Origins {
  private static final int MOST = 20;

  private Origins() {}

  /// @throws IllegalArgumentException naming the one that is none
  static Set<String> checked(Set<String> given) {
    if (given.isEmpty() || given.size() > MOST) {
      throw new Rejected(
          new Words("一个网页密钥需要 1 到 " + MOST + " 个来源", "a page key needs 1 to " + MOST + " origins"));
    }
    return given.stream().map(Origins::checked).collect(Collectors.toUnmodifiableSet());
  }

  /// @throws IllegalArgumentException if it is none
  static String checked(String given) {
    return of(given)
        .filter(o -> o.equals(given.strip().toLowerCase(Locale.ROOT)))
        .orElseThrow(() ->
            new Rejected(
                new Words(
                    "来源应为 https://HOST 或 https://HOST:PORT，不带路径，而不是 " + given,
                    "an origin is https://HOST or https://HOST:PORT without a path, got "
                        + given)));
  }

  /// The origin of an address; empty when it has none.
  static Optional<String> of(@Nullable String address) {
    try {
      URI uri = new URI(address == null ? "" : address.strip().toLowerCase(Locale.ROOT));
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
        return Optional.empty();
      }
      boolean usual = uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
      String port = uri.getPort() < 0 || usual ? "" : ":" + uri.getPort();
      return Optional.of(uri.getScheme() + "://" + uri.getHost() + port);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
