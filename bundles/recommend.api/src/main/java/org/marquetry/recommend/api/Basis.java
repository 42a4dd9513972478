package org.marquetry.recommend.api;

/// What a recommendation rests on.
public enum Basis {
  /// What this customer did.
  HISTORY,
  /// What all customers did, because nothing is known of this one.
  POPULARITY
}
