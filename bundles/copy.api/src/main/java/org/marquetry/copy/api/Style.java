package org.marquetry.copy.api;

/// How something is said.
public enum Style {
  /// Says what there is.
  PLAIN,
  /// Says what it is good for.
  BENEFIT,
  /// Asks.
  QUESTION,
  /// Names the end of an offer; only with the fact [FactNames#OFFER_ENDS].
  URGENCY
}
