package org.marquetry.platform.gate;

/// Makes the objects that consumers of one API type are given.
interface ProxyFactory {
  /// Return a new proxy, of the API type, whose calls go through the gate.
  Object proxy(Gate gate);
}
