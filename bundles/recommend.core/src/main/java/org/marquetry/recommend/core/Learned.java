package org.marquetry.recommend.core;

import java.util.Optional;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.spi.Model;

/// A model, and what it learned from.
///
/// @param snapshot in which it is kept
record Learned(
    EventHistory history,
    Popularity popularity,
    Model model,
    ModelCard card,
    Optional<String> snapshot) {
  Learned(EventHistory history, Model model, ModelCard card) {
    this(history, new Popularity(history.pairs()), model, card, Optional.empty());
  }

  Learned keptIn(Optional<String> id) {
    return new Learned(history, popularity, model, card, id);
  }
}
