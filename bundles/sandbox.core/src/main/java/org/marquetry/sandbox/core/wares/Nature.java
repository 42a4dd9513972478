package org.marquetry.sandbox.core.wares;

/// How people live with a kind of thing, which decides what they say about it.
public enum Nature {
  WORN,
  FOOTWEAR,
  CARRIED,
  TEXTILE,
  TABLEWARE,
  EATEN,
  DRUNK,
  PLAYED,
  WRITTEN,
  TRAINED
}
