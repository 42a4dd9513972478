package org.marquetry.recommend.core;

import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.spi.Model;

/// A model, and what it learned from.
record Learned(EventHistory history, Model model, ModelCard card) {}
