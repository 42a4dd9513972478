package org.marquetry.copy.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses that a mail may lead to: on the web, outside.
final class Address {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]+");
  private static final List<String> INSIDE =
      List.of(
          ".local",
          ".localhost",
          ".internal",
          ".intranet",
          ".lan",
          ".home",
          ".corp",
          ".arpa",
          ".invalid");

  /// What is wrong with an address.
  enum Fault {
    EMPTY,
    /// Neither `http:` nor `https:`, or no address at all.
    NOT_WEB,
    /// A host by number, without a domain, or of a network that nobody outside reaches.
    INSIDE
  }

  private Address() {}

  static Optional<Fault> fault(String text) {
    if (text.isBlank()) {
      return Optional.of(Fault.EMPTY);
    }
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      return Optional.of(Fault.NOT_WEB);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
      return Optional.of(Fault.NOT_WEB);
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return NAME.matcher(host).matches() && INSIDE.stream().noneMatch(host::endsWith)
        ? Optional.empty()
        : Optional.of(Fault.INSIDE);
  }

  /// The address as it is written in a mail; empty when it is none.
  static Optional<String> safe(String text) {
    return fault(text).isPresent()
        ? Optional.empty()
        : Optional.of(URI.create(text.strip()).toASCIIString());
  }
}
