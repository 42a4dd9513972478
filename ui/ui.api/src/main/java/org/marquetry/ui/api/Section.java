package org.marquetry.ui.api;

/// Where a page stands in the navigation: the six steps of the loop, before them the home page,
/// after them the system.
public enum Section {
  HOME,
  DATA,
  PROFILE,
  PLACEMENT,
  CONTENT,
  STRATEGY,
  MEASUREMENT,
  SYSTEM
}
