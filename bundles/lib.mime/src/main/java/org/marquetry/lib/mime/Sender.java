package org.marquetry.lib.mime;

/// Who sends.
///
/// @param name as the reader sees it; blank: the address alone
/// @param address mail address
public record Sender(String name, String address) {
  public Sender {
    int at = address.indexOf('@');
    if (at < 1 || at == address.length() - 1 || address.codePoints().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException("from.address must be a mail address, got " + address);
    }
  }

  String domain() {
    return address.substring(address.indexOf('@') + 1);
  }
}
