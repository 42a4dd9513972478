package org.marquetry.platform.test.api;

/// A service with a selection.
public interface Greeter {
  String greet(String name);
}
