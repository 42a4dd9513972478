package org.marquetry.privacy.spi;

import org.marquetry.privacy.api.PersonIds;

/// What to erase.
///
/// @param person every identifier, all of them this person's alone
/// @param pseudonym random key for what may remain, 32 hexadecimal digits: the same in each attempt
///   and in each store, forgotten when the erasure is done
public record Erasure(PersonIds person, String pseudonym) {
  public Erasure {
    if (!pseudonym.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("pseudonym must be 32 hexadecimal digits");
    }
  }

  /// Names no identifier and not the key.
  @Override
  public String toString() {
    return "Erasure[" + person + "]";
  }
}
