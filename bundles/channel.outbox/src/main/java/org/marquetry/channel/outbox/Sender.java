package org.marquetry.channel.outbox;

import java.net.URI;

/// Who sends, and where messages can be ended.
///
/// @param name as the reader sees it
/// @param address mail address
/// @param unsubscribe page that ends messages, https
record Sender(String name, String address, URI unsubscribe) {
  Sender {
    int at = address.indexOf('@');
    if (at < 1 || at == address.length() - 1 || address.codePoints().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException("from.address must be a mail address, got " + address);
    }
    if (!"https".equals(unsubscribe.getScheme())) {
      throw new IllegalArgumentException("link.base must begin with https:, got " + unsubscribe);
    }
  }

  static Sender from(OutboxConfig config) {
    return new Sender(config.from_name(), config.from_address(), URI.create(config.link_base()));
  }

  String domain() {
    return address.substring(address.indexOf('@') + 1);
  }
}
