package org.marquetry.privacy.api;

import java.util.List;

/// Say what personal data a store keeps.
///
/// @param store name of the store, as in `journal`; unique
/// @param places files and folders that it keeps it in: relative to the home, with `/`, as in
///   `data/journal`, or absolute
/// @param fields what is kept, as in `v1.customers.email`; empty when nothing is about a person
/// @param purpose what it is kept for, one sentence
/// @param retention how long, and what an erasure leaves, one sentence
public record Declaration(
    String store, List<String> places, List<String> fields, String purpose, String retention) {
  public Declaration {
    if (store.isBlank() || purpose.isBlank() || retention.isBlank()) {
      throw new IllegalArgumentException("store, purpose and retention must not be blank");
    }
    places = List.copyOf(places);
    fields = List.copyOf(fields);
  }
}
