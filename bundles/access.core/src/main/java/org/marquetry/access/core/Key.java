package org.marquetry.access.core;

import java.util.Set;

/// An API key as stored.
///
/// @param id the part of the key that is no secret
/// @param hash SHA-256 of the whole key, hexadecimal
record Key(String id, String label, String hash, Set<String> permissions) {
  Key {
    permissions = Set.copyOf(permissions);
  }
}
