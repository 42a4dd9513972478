package org.marquetry.platform.test.api;

/// How a test looks into a consumer.
public interface Desk {
  /// Return what the consumer's services say.
  String look();

  /// Return how often the consumer's component was built.
  int built();
}
